#include "models/jinja/binder.h"
#include "models/jinja/guards.h"
#include "models/jinja/parser.h"
#include "models/jinja/tags/registry.h"

namespace waymark::jinja {
namespace {

/// filter: what the body prints goes through filters.
class FilterBlockNode final : public Statement
{
public:
    FilterBlockNode(qsizetype offset, std::unique_ptr<FilterNode> filter, Body body, bool isJinja2)
        : Statement(offset)
        , m_filter(std::move(filter))
        , m_body(std::move(body))
        , m_isJinja2(isJinja2)
    {
    }
    [[nodiscard]] Next execute(Interpreter &interpreter) const override;
    void bind(Binder &binder) override
    {
        const auto bound = [this, &binder] {
            m_body.bind(binder);
            binder.expression(*m_filter);
        };
        if (m_isJinja2)
            binder.scope(m_scope, bound);
        else
            bound();
    }
    void eachChild(const NodeVisitor &visit) const override
    {
        m_body.eachChild(visit);
        visit(*m_filter);
    }

private:
    std::unique_ptr<FilterNode> m_filter;
    Body m_body;
    bool m_isJinja2; ///< The body is a scope, and what was filtered is not escaped again.
    Scope m_scope;
};

Next FilterBlockNode::execute(Interpreter &interpreter) const
{
    interpreter.charge(1);
    interpreter.beginStatement(offset());
    if (m_isJinja2)
        interpreter.enterScope(m_scope);
    Value text;
    {
        CaptureGuard capture(interpreter, false);
        if (const Next next = m_body.execute(interpreter); next != Next::Go)
            return next; // a loop around it is left, and what was taken is lost
        interpreter.beginStatement(offset());
        text = capture.text();
    }
    const bool autoescape = interpreter.autoescapes();
    if (m_isJinja2 && autoescape) {
        const Tags tags = text.tags();
        text = Value::markup(text.text());
        text.setTags(tags);
    }
    const Value filtered = m_filter->evaluateWith(interpreter, text);
    if (m_isJinja2 && !filtered.isText()) {
        interpreter.output().refuse(interpreter.typeName(filtered), interpreter.place());
        return Next::Go;
    }
    interpreter.setAutoescape(autoescape && !m_isJinja2);
    interpreter.print(filtered);
    interpreter.setAutoescape(autoescape);
    return Next::Go;
}

StatementPtr parse(Parser &parser, bool isJinja2)
{
    const qsizetype offset = parser.take().offset;
    ExpressionPtr filters = parser.parseFilters(nullptr, true);
    std::unique_ptr<FilterNode> filter(static_cast<FilterNode *>(filters.release()));
    if (!isJinja2 && filter->isChain())
        Parser::failAt(filter->offset(), QStringLiteral("expected block end in filter statement"));
    const QStringView end = u"endfilter";
    return std::make_unique<FilterBlockNode>(offset, std::move(filter), parser.parseBodyUntil(end),
                                             isJinja2);
}

} // namespace

StatementPtr parseFilterBlock(Parser &parser)
{
    return parse(parser, true);
}

StatementPtr parseNunjucksFilterBlock(Parser &parser)
{
    return parse(parser, false);
}

} // namespace waymark::jinja
