#include "models/jinja/macro.h"

#include "models/jinja/interpreter.h"

#include <algorithm>

namespace waymark::jinja {

QString NunjucksMacro::toText(Runtime & /*runtime*/) const
{
    return QStringLiteral("function macro() { [native code] }");
}

/// The body of a call block finds, besides its own lexical variables, the frames of the macro that
/// calls it, where both stand in one template: they share one variable `frame` there.
void NunjucksMacro::prepare(Interpreter &interpreter, Activation &activation)
{
    if (!m_definition.name.isEmpty())
        return;
    Activation &current = interpreter.activation();
    activation.dynamic = current.home == m_lexical->home ? &current : m_lexical.get();
}

void NunjucksMacro::bind(Interpreter &interpreter, Activation & /*activation*/,
                         const Arguments &arguments)
{
    const auto &parameters = m_definition.parameters;
    const auto firstKeyword
        = std::ranges::find_if(parameters, &MacroDefinition::Parameter::isKeyword);
    const auto places = static_cast<size_t>(std::distance(parameters.begin(), firstKeyword));
    const auto named = [&](const QString &name) -> const Value * {
        const auto found = std::ranges::find(arguments.named.rbegin(), arguments.named.rend(), name,
                                             &NamedArgument::name);
        return found == arguments.named.rend() ? nullptr : &found->value;
    };
    const bool hasAllPlaces = arguments.positional.size() >= places;
    if (const Value *caller = named(QStringLiteral("caller")))
        interpreter.store(m_definition.caller, *caller);
    for (size_t i = 0; i < places; ++i) {
        const Value *value = i < arguments.positional.size() ? &arguments.positional[i]
            : hasAllPlaces                                   ? nullptr
                                                             : named(parameters[i].variable.name);
        interpreter.store(parameters[i].variable, value ? *value : Value::undefined());
    }
    for (size_t i = places; i < parameters.size(); ++i) {
        const auto &[variable, fallback, isKeyword] = parameters[i];
        const Value *value
            = i < arguments.positional.size() ? &arguments.positional[i] : named(variable.name);
        interpreter.store(variable, value ? *value : fallback->evaluate(interpreter));
    }
}

} // namespace waymark::jinja
