#include "models/jinja/macro.h"

#include "models/jinja/binder.h"
#include "models/jinja/interpreter.h"
#include "models/jinja/macroparser.h"
#include "models/jinja/names.h"
#include "models/jinja/parser.h"
#include "models/jinja/tags/registry.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

template<typename Object>
class MacroNode final : public Statement
{
public:
    MacroNode(qsizetype offset, MacroDefinition definition)
        : Statement(offset)
        , m_definition(std::move(definition))
        , m_name(m_definition.name)
    {
    }
    [[nodiscard]] Next execute(Interpreter &interpreter) const override
    {
        interpreter.charge(1);
        interpreter.store(m_name,
                          Value(Reference<jinja::Object>(make<Object>(m_definition, interpreter))));
        return Next::Go;
    }
    [[nodiscard]] bool printsPast() const override { return false; }
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override { m_definition.eachChild(visit); }

private:
    MacroDefinition m_definition;
    Variable m_name;
};

template<>
void MacroNode<Jinja2Macro>::bind(Binder &binder)
{
    binder.define(m_name);
    bindJinja2Macro(binder, m_definition);
}

/// Nunjucks knows the name only behind the macro: what is in it finds it in the context.
template<>
void MacroNode<NunjucksMacro>::bind(Binder &binder)
{
    bindNunjucksMacro(binder, m_definition, Binder::Reach::Context);
    binder.define(m_name);
}

void refuseRepeated(const MacroDefinition &definition, const Token &name)
{
    const bool isRepeated = std::ranges::any_of(definition.parameters, [&](const auto &parameter) {
        return parameter.variable.name == name.text;
    });
    if (isRepeated) {
        Parser::failAt(
            name.offset,
            QStringLiteral("duplicate argument '%1' in function definition").arg(name.text));
    }
}

} // namespace

void parseSignature(Parser &parser, MacroDefinition &definition)
{
    parser.expect(TokenType::LeftParenthesis);
    bool hasFallbacks = false;
    while (!parser.current().is(TokenType::RightParenthesis)) {
        if (!definition.parameters.empty())
            parser.expect(TokenType::Comma);
        const Token name = parser.parseAssignedName();
        refuseRepeated(definition, name);
        MacroDefinition::Parameter parameter{Variable(name.text), nullptr, false};
        if (parser.skipIf(TokenType::Assign)) {
            parameter.fallback = parser.parseExpression();
            hasFallbacks = true;
        } else if (hasFallbacks) {
            parser.fail(QStringLiteral("non-default argument follows default argument"));
        }
        definition.parameters.push_back(std::move(parameter));
    }
    parser.take();
}

void parseNunjucksSignature(Parser &parser, MacroDefinition &definition)
{
    parser.expect(TokenType::LeftParenthesis);
    std::vector<MacroDefinition::Parameter> keywords;
    for (bool isFirst = true; !parser.current().is(TokenType::RightParenthesis); isFirst = false) {
        if (!isFirst)
            parser.expect(TokenType::Comma);
        MacroDefinition::Parameter parameter{Variable(parser.expect(TokenType::Name).text), nullptr,
                                             false};
        if (parser.skipIf(TokenType::Assign)) {
            parameter.fallback = parser.parseExpression();
            parameter.isKeyword = true;
            keywords.push_back(std::move(parameter));
        } else {
            definition.parameters.push_back(std::move(parameter));
        }
    }
    parser.take();
    std::ranges::move(keywords, std::back_inserter(definition.parameters));
}

/// Finds out which of the names that a macro has for free its body reads.
void finishJinja2Macro(MacroDefinition &definition, qsizetype offset)
{
    const auto parameter = [&](QStringView name) {
        return std::ranges::find_if(definition.parameters, [&](const auto &candidate) {
            return candidate.variable.name == name;
        });
    };
    const auto none = definition.parameters.end();
    definition.isGenerator = definition.body.printsPast();
    definition.usesCaller = usesName(definition.body, u"caller");
    definition.usesKwargs = usesName(definition.body, u"kwargs") && parameter(u"kwargs") == none;
    definition.usesVarargs = usesName(definition.body, u"varargs") && parameter(u"varargs") == none;
    const auto caller = parameter(u"caller");
    if (definition.usesCaller && caller != none && !caller->fallback) {
        Parser::failAt(
            offset,
            QStringLiteral("When defining macros or call blocks the special \"caller\" argument "
                           "must be omitted or be given a default."));
    }
}

void bindJinja2Macro(Binder &binder, MacroDefinition &definition)
{
    definition.routine.height = heightOf(definition.body) + 1;
    definition.isVolatile = binder.isVolatile() && !definition.name.isEmpty();
    binder.routine(definition.routine, Binder::Reach::All, [&binder, &definition] {
        for (auto &parameter : definition.parameters)
            binder.parameter(parameter.variable);
        const bool hasCaller
            = std::ranges::any_of(definition.parameters, [](const auto &parameter) {
                  return parameter.variable.name == u"caller";
              });
        if (definition.usesCaller && !hasCaller)
            binder.parameter(definition.caller);
        if (definition.usesKwargs)
            binder.parameter(definition.kwargs);
        if (definition.usesVarargs)
            binder.parameter(definition.varargs);
        for (auto &parameter : definition.parameters) {
            if (parameter.fallback)
                binder.expression(*parameter.fallback);
        }
        definition.body.bind(binder);
    });
}

void bindNunjucksMacro(Binder &binder, MacroDefinition &definition, Binder::Reach reach)
{
    definition.routine.height = heightOf(definition.body) + 1;
    binder.routine(definition.routine, reach, [&] {
        binder.hiddenParameter(definition.caller);
        for (auto &parameter : definition.parameters) {
            if (!parameter.isKeyword)
                binder.parameter(parameter.variable);
        }
        for (auto &parameter : definition.parameters) {
            if (!parameter.isKeyword)
                continue;
            binder.expression(*parameter.fallback);
            binder.hiddenParameter(parameter.variable);
        }
        definition.body.bind(binder);
    });
}

StatementPtr parseMacro(Parser &parser)
{
    const qsizetype offset = parser.take().offset;
    MacroDefinition definition;
    definition.offset = static_cast<quint32>(offset);
    definition.name = parser.parseAssignedName().text;
    parseSignature(parser, definition);
    definition.body = parser.parseBodyUntil(u"endmacro");
    finishJinja2Macro(definition, offset);
    return std::make_unique<MacroNode<Jinja2Macro>>(offset, std::move(definition));
}

StatementPtr parseNunjucksMacro(Parser &parser)
{
    const qsizetype offset = parser.take().offset;
    MacroDefinition definition;
    definition.offset = static_cast<quint32>(offset);
    definition.name = parser.expect(TokenType::Name).text;
    parseNunjucksSignature(parser, definition);
    definition.body = parser.parseBodyUntil(u"endmacro");
    return std::make_unique<MacroNode<NunjucksMacro>>(offset, std::move(definition));
}

} // namespace waymark::jinja
