#include "models/jinja/binder.h"
#include "models/jinja/guards.h"
#include "models/jinja/parser.h"
#include "models/jinja/tags/registry.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

/// set with a value: to a target, or (Nunjucks) to several names at once.
class SetNode final : public Statement
{
public:
    /// `before`: the place that Jinja2 names where a target is an attribute of no namespace.
    SetNode(qsizetype offset, std::vector<Target> targets, ExpressionPtr value, qsizetype before)
        : Statement(offset)
        , m_targets(std::move(targets))
        , m_value(std::move(value))
        , m_before(static_cast<quint32>(before))
        , m_hasMember(std::ranges::any_of(m_targets, &Target::hasMember))
    {
    }
    [[nodiscard]] Next execute(Interpreter &interpreter) const override
    {
        interpreter.charge(1);
        if (m_hasMember) {
            interpreter.beginStatement(m_before);
            for (const Target &target : m_targets)
                target.requireNamespaces(interpreter);
        }
        interpreter.beginStatement(offset());
        Value value = m_value->evaluate(interpreter);
        for (size_t i = 0; i + 1 < m_targets.size(); ++i)
            m_targets[i].assign(interpreter, value);
        m_targets.back().assign(interpreter, std::move(value));
        return Next::Go;
    }
    void bind(Binder &binder) override
    {
        binder.expression(*m_value);
        for (Target &target : m_targets)
            target.bind(binder, Target::Role::Assigned);
    }
    void eachChild(const NodeVisitor &visit) const override { visit(*m_value); }

private:
    std::vector<Target> m_targets;
    ExpressionPtr m_value;
    quint32 m_before;
    bool m_hasMember;
};

/// set with a body: what it prints is the value.
class SetBlockNode final : public Statement
{
public:
    SetBlockNode(qsizetype offset, std::vector<Target> targets, std::unique_ptr<FilterNode> filter,
                 Body body, bool hasScope)
        : Statement(offset)
        , m_targets(std::move(targets))
        , m_filter(std::move(filter))
        , m_body(std::move(body))
        , m_hasScope(hasScope)
    {
    }
    [[nodiscard]] Next execute(Interpreter &interpreter) const override;
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override
    {
        m_body.eachChild(visit);
        if (m_filter)
            visit(*m_filter);
    }

private:
    std::vector<Target> m_targets;
    std::unique_ptr<FilterNode> m_filter; ///< May be null.
    Body m_body;
    bool m_hasScope;
    Scope m_scope;
};

Next SetBlockNode::execute(Interpreter &interpreter) const
{
    interpreter.charge(1);
    interpreter.beginStatement(offset());
    if (m_hasScope)
        interpreter.enterScope(m_scope);
    Value value;
    {
        CaptureGuard capture(interpreter);
        if (const Next next = m_body.execute(interpreter); next != Next::Go)
            return next; // a loop around it is left, and what was taken is lost
        interpreter.beginStatement(offset());
        value = capture.text();
    }
    const bool isMarkup = m_hasScope && interpreter.autoescapes(); // Nunjucks' is plain text always
    const auto markup = [&] {
        const Tags tags = value.tags();
        value = Value::markup(interpreter.text(value));
        value.setTags(tags);
    };
    if (isMarkup)
        markup();
    if (m_filter) {
        value = m_filter->evaluateWith(interpreter, value);
        if (isMarkup)
            markup();
    }
    for (const Target &target : m_targets)
        target.assign(interpreter, value);
    return Next::Go;
}

void SetBlockNode::bind(Binder &binder)
{
    if (m_hasScope) {
        binder.scope(m_scope, [this, &binder] {
            m_body.bind(binder);
            if (m_filter)
                binder.expression(*m_filter);
        });
    } else {
        m_body.bind(binder);
    }
    for (Target &target : m_targets)
        target.bind(binder, Target::Role::Assigned);
}

} // namespace

StatementPtr parseSet(Parser &parser)
{
    const qsizetype before = parser.markedLine();
    const qsizetype offset = parser.take().offset;
    std::vector<Target> targets;
    const qsizetype start = parser.current().offset;
    targets.push_back(std::move(*parser.parseTarget(true)));
    if (targets.front().names(u"loop") && parser.isInside(u"for")) {
        Parser::failAt(start,
                       QStringLiteral("Can't assign to special loop variable in for-loop target"));
    }
    if (parser.skipIf(TokenType::Assign))
        return std::make_unique<SetNode>(offset, std::move(targets), parser.parseTuple(), before);
    std::unique_ptr<FilterNode> filter;
    if (parser.current().is(TokenType::Pipe))
        filter.reset(static_cast<FilterNode *>(parser.parseFilters(nullptr).release()));
    Body body = parser.parseBodyUntil(u"endset");
    return std::make_unique<SetBlockNode>(offset, std::move(targets), std::move(filter),
                                          std::move(body), true);
}

StatementPtr parseNunjucksSet(Parser &parser)
{
    const qsizetype offset = parser.take().offset;
    std::vector<Target> targets;
    do {
        targets.emplace_back(Variable(parser.expect(TokenType::Name).text));
    } while (parser.skipIf(TokenType::Comma));
    if (parser.skipIf(TokenType::Assign))
        return std::make_unique<SetNode>(offset, std::move(targets), parser.parseExpression(),
                                         offset);
    Body body = parser.parseBodyUntil(u"endset");
    return std::make_unique<SetBlockNode>(offset, std::move(targets), nullptr, std::move(body),
                                          false);
}

} // namespace waymark::jinja
