#include "models/jinja/binder.h"
#include "models/jinja/guards.h"
#include "models/jinja/parser.h"
#include "models/jinja/tags/registry.h"

namespace waymark::jinja {
namespace {

/// with: a scope of its own, with variables set at its begin.
class WithNode final : public Statement
{
public:
    explicit WithNode(qsizetype offset)
        : Statement(offset)
    {
    }
    void add(TargetPtr target, ExpressionPtr value)
    {
        m_targets.emplace_back(std::move(target), std::move(value));
    }
    void setBody(Body body) { m_body = std::move(body); }
    [[nodiscard]] Next execute(Interpreter &interpreter) const override
    {
        interpreter.charge(1);
        interpreter.beginStatement(offset());
        std::vector<Value> values;
        values.reserve(m_targets.size());
        for (const auto &[target, value] : m_targets)
            values.push_back(value->evaluate(interpreter));
        interpreter.enterScope(m_scope);
        for (size_t i = 0; i < values.size(); ++i)
            m_targets[i].first->assign(interpreter, std::move(values[i]));
        return m_body.execute(interpreter);
    }
    void bind(Binder &binder) override
    {
        for (const auto &[target, value] : m_targets)
            binder.expression(*value);
        binder.scope(m_scope, [this, &binder] {
            for (const auto &[target, value] : m_targets)
                target->bind(binder, Target::Role::Parameter);
            m_body.bind(binder);
        });
    }
    void eachChild(const NodeVisitor &visit) const override
    {
        for (const auto &[target, value] : m_targets)
            visit(*value);
        m_body.eachChild(visit);
    }

private:
    std::vector<std::pair<TargetPtr, ExpressionPtr>> m_targets;
    Body m_body;
    Scope m_scope;
};

/// autoescape: whether what is printed in it is escaped.
class AutoescapeNode final : public Statement
{
public:
    AutoescapeNode(qsizetype offset, ExpressionPtr isOn, Body body)
        : Statement(offset)
        , m_isOn(std::move(isOn))
        , m_body(std::move(body))
    {
    }
    [[nodiscard]] Next execute(Interpreter &interpreter) const override
    {
        interpreter.charge(1);
        interpreter.beginStatement(offset());
        const bool outer = interpreter.autoescapes();
        const Value isOn = m_isOn->evaluate(interpreter);
        const ControlGuard control(interpreter, interpreter.deepTags(isOn));
        interpreter.enterScope(m_scope);
        interpreter.setAutoescape(interpreter.truthy(isOn));
        const Next next = m_body.execute(interpreter);
        interpreter.setAutoescape(outer);
        return next;
    }
    void bind(Binder &binder) override
    {
        binder.scope(m_scope, [this, &binder] {
            binder.escaping(*m_isOn, [this, &binder] { m_body.bind(binder); });
        });
    }
    void eachChild(const NodeVisitor &visit) const override
    {
        visit(*m_isOn);
        m_body.eachChild(visit);
    }

private:
    ExpressionPtr m_isOn;
    Body m_body;
    Scope m_scope;
};

} // namespace

StatementPtr parseWith(Parser &parser)
{
    auto node = std::make_unique<WithNode>(parser.markedLine());
    parser.take();
    for (bool isFirst = true; !parser.current().is(TokenType::BlockEnd); isFirst = false) {
        if (!isFirst)
            parser.expect(TokenType::Comma);
        TargetPtr target = parser.parseTarget();
        parser.expect(TokenType::Assign);
        node->add(std::move(target), parser.parseExpression());
    }
    node->setBody(parser.parseBodyUntil(u"endwith"));
    return node;
}

StatementPtr parseAutoescape(Parser &parser)
{
    const qsizetype offset = parser.markedLine();
    parser.take();
    ExpressionPtr isOn = parser.parseExpression();
    return std::make_unique<AutoescapeNode>(offset, std::move(isOn),
                                            parser.parseBodyUntil(u"endautoescape"));
}

} // namespace waymark::jinja
