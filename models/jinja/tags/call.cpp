#include "models/jinja/interpreter.h"
#include "models/jinja/macroparser.h"
#include "models/jinja/parser.h"
#include "models/jinja/tags/registry.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

/// call: a macro is called with the body as its `caller`.
template<typename Object>
class CallBlockNode final : public Statement
{
public:
    CallBlockNode(qsizetype offset, MacroDefinition definition, std::unique_ptr<CallNode> call)
        : Statement(offset)
        , m_definition(std::move(definition))
        , m_call(std::move(call))
    {
    }
    [[nodiscard]] Next execute(Interpreter &interpreter) const override
    {
        interpreter.charge(1);
        interpreter.beginStatement(offset());
        const Reference<jinja::Object> caller = make<Object>(m_definition, interpreter);
        m_call->printWith(interpreter, Value(caller));
        return Next::Go;
    }
    [[nodiscard]] bool printsPast() const override { return false; }
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override
    {
        visit(*m_call);
        m_definition.eachChild(visit);
    }

private:
    MacroDefinition m_definition;
    std::unique_ptr<CallNode> m_call;
};

template<>
void CallBlockNode<Jinja2Macro>::bind(Binder &binder)
{
    binder.expression(*m_call);
    if (std::ranges::any_of(m_call->arguments().named,
                            [](const auto &given) { return given.first == u"caller"; }))
        Parser::failAt(m_call->offset(), QStringLiteral("keyword argument repeated: caller"));
    bindJinja2Macro(binder, m_definition);
}

template<>
void CallBlockNode<NunjucksMacro>::bind(Binder &binder)
{
    binder.expression(*m_call);
    bindNunjucksMacro(binder, m_definition, Binder::Reach::All);
}

std::unique_ptr<CallNode> asCall(ExpressionPtr expression, qsizetype offset)
{
    if (!dynamic_cast<CallNode *>(expression.get()))
        Parser::failAt(offset, QStringLiteral("expected call"));
    return std::unique_ptr<CallNode>(static_cast<CallNode *>(expression.release()));
}

} // namespace

StatementPtr parseCall(Parser &parser)
{
    const qsizetype offset = parser.take().offset;
    MacroDefinition definition;
    definition.offset = static_cast<quint32>(offset);
    if (parser.current().is(TokenType::LeftParenthesis))
        parseSignature(parser, definition);
    auto call = asCall(parser.parseExpression(), offset);
    definition.body = parser.parseBodyUntil(u"endcall");
    finishJinja2Macro(definition, offset);
    return std::make_unique<CallBlockNode<Jinja2Macro>>(offset, std::move(definition),
                                                        std::move(call));
}

StatementPtr parseNunjucksCall(Parser &parser)
{
    const qsizetype offset = parser.take().offset;
    MacroDefinition definition;
    definition.offset = static_cast<quint32>(offset);
    if (parser.current().is(TokenType::LeftParenthesis))
        parseNunjucksSignature(parser, definition);
    auto call = asCall(parser.parsePostfix(parser.parsePrimary()), offset);
    definition.body = parser.parseBodyUntil(u"endcall");
    return std::make_unique<CallBlockNode<NunjucksMacro>>(offset, std::move(definition),
                                                          std::move(call));
}

} // namespace waymark::jinja
