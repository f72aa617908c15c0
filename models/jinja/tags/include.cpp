#include "models/jinja/binder.h"
#include "models/jinja/dialect.h"
#include "models/jinja/guards.h"
#include "models/jinja/parser.h"
#include "models/jinja/tags/registry.h"

#include <optional>

namespace waymark::jinja {
namespace {

class IncludeNode final : public Statement
{
public:
    IncludeNode(qsizetype offset, ExpressionPtr name)
        : Statement(offset)
        , m_name(std::move(name))
    {
    }
    void ignoreMissing() { m_ignoresMissing = true; }
    void setContext(bool withContext) { m_withContext = withContext; }
    [[nodiscard]] Next execute(Interpreter &interpreter) const override;
    /// Without context, Jinja2 yields what the other template prints.
    [[nodiscard]] bool printsPast() const override { return !m_withContext; }
    void bind(Binder &binder) override
    {
        binder.expression(*m_name);
        binder.use({.kind = OtherTemplate::Kind::Include,
                    .name = *m_name,
                    .seesContext = m_withContext,
                    .mayBeMissing = m_ignoresMissing});
        m_scope = binder.current();
    }
    void eachChild(const NodeVisitor &visit) const override { visit(*m_name); }

private:
    ExpressionPtr m_name;
    bool m_ignoresMissing = false;
    bool m_withContext = true;
    const Scope *m_scope = nullptr;
};

Next IncludeNode::execute(Interpreter &interpreter) const
{
    interpreter.charge(1);
    interpreter.beginStatement(offset());
    const Value name = m_name->evaluate(interpreter);
    interpreter.at(m_name->offset());
    const Tags tags = interpreter.deepTags(name);
    const ControlGuard control(interpreter, tags);
    const CompiledTemplate *source = interpreter.selectTemplate(name, m_ignoresMissing);
    std::optional<PastGuard> past;
    if (printsPast())
        past.emplace(interpreter);
    if (source)
        interpreter.runIncluded(*source,
                                interpreter.contextFor(*source, m_withContext ? m_scope : nullptr));
    if (tags)
        interpreter.printNothing(tags);
    return Next::Go;
}

} // namespace

StatementPtr parseInclude(Parser &parser)
{
    const qsizetype offset = parser.take().offset;
    auto node = std::make_unique<IncludeNode>(offset, parser.parseExpression());
    if (parser.current().isName(u"ignore") && parser.look().isName(u"missing")) {
        parser.take();
        parser.take();
        node->ignoreMissing();
    }
    if (const auto withContext = parser.parseContext())
        node->setContext(*withContext);
    return node;
}

StatementPtr parseNunjucksInclude(Parser &parser)
{
    const qsizetype offset = parser.take().offset;
    auto node = std::make_unique<IncludeNode>(offset, parser.parseExpression());
    if (parser.skipIfName(u"ignore") && parser.skipIfName(u"missing"))
        node->ignoreMissing();
    return node;
}

} // namespace waymark::jinja
