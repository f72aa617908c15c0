#include "models/jinja/binder.h"

#include "models/base/closest.h"
#include "models/jinja/failure.h"
#include "models/jinja/template.h"

#include <algorithm>

namespace waymark::jinja {

quint32 heightOf(const Node &node)
{
    quint32 highest = 0;
    node.eachChild([&](const Node &child) { highest = std::max(highest, heightOf(child)); });
    return highest + 1;
}

quint32 heightOf(const Body &body)
{
    quint32 highest = 0;
    body.eachChild([&](const Node &child) { highest = std::max(highest, heightOf(child)); });
    return highest;
}

const Function *Binder::filter(const QString &name, qsizetype offset) const
{
    const Function *function = m_environment.filters.find(name);
    if (!function && !isConditional()) {
        throw Failure{.kind = FailureKind::Syntax,
                      .message = QStringLiteral("No filter named '%1'.").arg(name),
                      .hint = m_environment.filterHint(name),
                      .offset = offset};
    }
    return function;
}

const Function *Binder::test(const QString &name, qsizetype offset) const
{
    const Function *function = m_environment.tests.find(name);
    if (!function && !isConditional()) {
        throw Failure{.kind = FailureKind::Syntax,
                      .message = QStringLiteral("No test named '%1'.").arg(name),
                      .hint = didYouMean(name, m_environment.tests.names()),
                      .offset = offset};
    }
    return function;
}

void Body::bind(Binder &binder) const
{
    binder.statements(*this);
}

void Binder::statements(const Body &body)
{
    for (const StatementPtr &statement : body.statements)
        statement->bind(*this);
}

void Binder::expression(ExpressionNode &expression)
{
    expression.bind(*this);
}

ExpressionPtr Binder::output(ExpressionNode &printed)
{
    expression(printed);
    return nullptr;
}

void Binder::escaping(ExpressionNode &isOn, const Step &body)
{
    expression(isOn);
    body();
}

void Binder::branch(ExpressionNode *condition, const Body &body)
{
    if (condition)
        expression(*condition);
    body.bind(*this);
}

void Binder::collect(Affected &affected, const Step &step)
{
    m_collectors.push_back(&affected);
    step();
    m_collectors.pop_back();
}

void Binder::change(const Variable &variable)
{
    for (Affected *affected : m_collectors)
        affected->changed.push_back(&variable);
}

void Binder::jump()
{
    for (Affected *affected : m_collectors)
        affected->jumps = true;
}

void Binder::noteAssigned(const Variable &variable)
{
    for (Affected *affected : m_collectors)
        affected->assigned.push_back(&variable);
}

void Binder::apart(const Step &step)
{
    const auto outer = std::exchange(m_collectors, {});
    step();
    m_collectors = outer;
}

Binder::Step Binder::deferred(const Step &step)
{
    return [this, step, collectors = m_collectors] {
        const auto outer = std::exchange(m_collectors, collectors);
        step();
        m_collectors = outer;
    };
}

} // namespace waymark::jinja
