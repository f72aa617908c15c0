#include "models/jinja/macro.h"

#include "models/jinja/dialect.h"
#include "models/jinja/guards.h"

#include <algorithm>

namespace waymark::jinja {

Value Printer::call(Runtime &runtime, const Arguments &arguments)
{
    auto &interpreter = static_cast<Interpreter &>(runtime);
    CaptureGuard capture(interpreter);
    print(interpreter, arguments, 0);
    Value text = capture.text();
    const bool isMarkup = interpreter.autoescapes() || interpreter.dialect().macrosAreMarkup;
    if (!isMarkup)
        return text;
    Value markup = Value::markup(text.text());
    markup.setTags(text.tags());
    return markup;
}

void MacroDefinition::eachChild(const NodeVisitor &visit) const
{
    for (const Parameter &parameter : parameters) {
        if (parameter.fallback)
            visit(*parameter.fallback);
    }
    body.eachChild(visit);
}

MacroObject::MacroObject(const MacroDefinition &definition, Interpreter &interpreter)
    : m_definition(definition)
    , m_source(*interpreter.frame().source)
    , m_context(interpreter.shareContext())
    , m_lexical(interpreter.shareActivation())
    , m_autoescape(interpreter.autoescapes())
{
}

void MacroObject::print(Interpreter &interpreter, const Arguments &arguments, Tags tags)
{
    const Routine &routine = m_definition.routine;
    const auto activation = make<Activation>(routine);
    activation->lexical = m_lexical;
    activation->home = m_lexical->home;
    prepare(interpreter, *activation);
    const bool autoescape = interpreter.autoescapes();
    const ControlGuard control(interpreter, tags);
    {
        const RunGuard guard(interpreter, *activation, routine, m_source);
        const ContextGuard context(interpreter, m_context);
        interpreter.setAutoescape(m_autoescape);
        interpreter.enterScope(routine.scope);
        bind(interpreter, *activation, arguments);
        (void)m_definition.body.execute(interpreter);
    }
    interpreter.setAutoescape(autoescape);
}

QString Jinja2Macro::toText(Runtime &runtime) const
{
    return m_definition.name.isEmpty()
        ? QStringLiteral("<Macro anonymous>")
        : QStringLiteral("<Macro %1>").arg(runtime.repr(Value(m_definition.name)));
}

Value Jinja2Macro::attribute(Runtime & /*runtime*/, const QString &name)
{
    if (name == u"name")
        return m_definition.name.isEmpty() ? Value::none() : Value(m_definition.name);
    if (name == u"catch_kwargs")
        return m_definition.usesKwargs;
    if (name == u"catch_varargs")
        return m_definition.usesVarargs;
    if (name == u"caller")
        return m_definition.usesCaller;
    if (name != u"arguments")
        return {};
    auto names = make<ListData>();
    for (const auto &parameter : m_definition.parameters)
        names->items.emplace_back(parameter.variable.name);
    return Value::tuple(names);
}

/// jinja2.runtime.Macro.__call__ with the function that the code generator makes for its body.
void Jinja2Macro::bind(Interpreter &interpreter, Activation & /*activation*/,
                       const Arguments &arguments)
{
    const auto &parameters = m_definition.parameters;
    std::vector<bool> used(arguments.named.size());
    const auto named = [&](const QString &name) -> Value {
        for (size_t i = 0; i < arguments.named.size(); ++i) {
            if (arguments.named[i].name == name && !used[i]) {
                used[i] = true;
                return arguments.named[i].value;
            }
        }
        return {};
    };
    std::vector<Value> given;
    bool foundCaller = false;
    for (size_t i = 0; i < parameters.size(); ++i) {
        const QString &name = parameters[i].variable.name;
        given.push_back(i < arguments.positional.size() ? arguments.positional[i] : named(name));
        foundCaller = foundCaller || name == u"caller";
    }
    if (m_definition.usesCaller && !foundCaller) {
        Value caller = named(QStringLiteral("caller"));
        if (caller.isMissing())
            caller = interpreter.undefinedBecause(QStringLiteral("No caller defined"));
        interpreter.store(m_definition.caller, std::move(caller));
    }
    auto keywords = make<DictData>();
    for (size_t i = 0; i < used.size(); ++i) {
        if (!used[i])
            keywords->insert(arguments.named[i].name, arguments.named[i].value);
    }
    if (m_definition.usesKwargs) {
        interpreter.store(m_definition.kwargs, keywords);
    } else if (keywords->size() > 0) {
        const QString macro = interpreter.repr(Value(m_definition.name));
        if (keywords->find(QStringLiteral("caller"))) {
            interpreter.fail(
                FailureKind::Type,
                QStringLiteral(
                    "macro %1 was invoked with two values for the special caller argument. "
                    "This is most likely a bug.")
                    .arg(macro));
        }
        interpreter.fail(FailureKind::Type,
                         QStringLiteral("macro %1 takes no keyword argument %2")
                             .arg(macro, interpreter.repr(keywords->entries().front().key)));
    }
    const size_t extra = arguments.positional.size() > parameters.size()
        ? parameters.size()
        : arguments.positional.size();
    if (m_definition.usesVarargs) {
        const auto rest = arguments.positional.subspan(extra);
        interpreter.store(
            m_definition.varargs,
            Value::tuple(make<ListData>(std::vector<Value>(rest.begin(), rest.end()))));
    } else if (arguments.positional.size() > parameters.size()) {
        interpreter.fail(FailureKind::Type,
                         QStringLiteral("macro %1 takes not more than %2 argument(s)")
                             .arg(interpreter.repr(Value(m_definition.name)))
                             .arg(parameters.size()));
    }
    for (size_t i = 0; i < parameters.size(); ++i) {
        const auto &[variable, fallback, isKeyword] = parameters[i];
        if (given[i].isMissing() && fallback)
            given[i] = fallback->evaluate(interpreter);
        else if (given[i].isMissing())
            given[i]
                = interpreter.undefinedBecause(QStringLiteral("parameter %1 was not provided")
                                                   .arg(interpreter.repr(Value(variable.name))));
        interpreter.store(variable, std::move(given[i]));
    }
}

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
