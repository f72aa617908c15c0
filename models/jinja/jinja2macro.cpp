#include "models/jinja/macro.h"

#include "models/jinja/interpreter.h"

#include <QCoreApplication>
#include <QVarLengthArray>

#include <algorithm>
#include <span>
#include <utility>

namespace waymark::jinja {
namespace {

/// The keyword arguments of a call, each of which goes to one parameter at most.
class Keywords
{
public:
    explicit Keywords(std::span<const NamedArgument> given)
        : m_given(given)
        , m_used(static_cast<qsizetype>(given.size()), false)
    {
    }
    /// The first of that name that was not taken, or Missing.
    [[nodiscard]] Value take(const QString &name)
    {
        for (size_t i = 0; i < m_given.size(); ++i) {
            if (m_given[i].name == name && !m_used[qsizetype(i)]) {
                m_used[qsizetype(i)] = true;
                return m_given[i].value;
            }
        }
        return {};
    }
    [[nodiscard]] bool areTaken() const { return !m_used.contains(false); }
    [[nodiscard]] Reference<DictData> rest() const
    {
        auto rest = make<DictData>();
        for (size_t i = 0; i < m_given.size(); ++i) {
            if (!m_used[qsizetype(i)])
                rest->insert(m_given[i].name, m_given[i].value);
        }
        return rest;
    }

private:
    std::span<const NamedArgument> m_given;
    QVarLengthArray<bool, 8> m_used;
};

/// What Python makes of a macro that yields what an include without context prints: it runs only
/// when somebody goes through it, and as text it has an address.
class UnstartedMacro final : public Object
{
public:
    [[nodiscard]] QString typeName() const override { return QStringLiteral("generator"); }
    [[nodiscard]] bool isIterable() const override { return true; }
    [[nodiscard]] QString toText(Runtime &runtime) const override { refuse(runtime); }
    [[nodiscard]] Value next(Runtime &runtime) override { refuse(runtime); }

private:
    [[noreturn]] static void refuse(Runtime &runtime)
    {
        runtime.fail(FailureKind::Runtime,
                     QCoreApplication::translate(
                         "jinja",
                         "Jinja2 makes a generator, and no text, of a macro that includes a "
                         "template without context"),
                     QCoreApplication::translate(
                         "jinja", "Include it with context, or outside of the macro."));
    }
};

/// The body of a call block has no name.
QString shownName(Interpreter &interpreter, const QString &macro)
{
    return interpreter.repr(macro.isEmpty() ? Value::none() : Value(macro));
}

[[noreturn]] void failKeyword(Interpreter &interpreter, const QString &macro,
                              const DictData &keywords)
{
    const QString name = shownName(interpreter, macro);
    if (keywords.find(QStringLiteral("caller"))) {
        interpreter.fail(
            FailureKind::Type,
            QStringLiteral("macro %1 was invoked with two values for the special caller argument. "
                           "This is most likely a bug.")
                .arg(name));
    }
    interpreter.fail(FailureKind::Type,
                     QStringLiteral("macro %1 takes no keyword argument %2")
                         .arg(name, interpreter.repr(keywords.entries().front().key)));
}

} // namespace

QString Jinja2Macro::toText(Runtime &runtime) const
{
    return m_definition.name.isEmpty()
        ? QStringLiteral("<Macro anonymous>")
        : QStringLiteral("<Macro %1>").arg(runtime.repr(Value(m_definition.name)));
}

Value Jinja2Macro::call(Runtime &runtime, const Arguments &arguments)
{
    if (!m_definition.isGenerator)
        return MacroObject::call(runtime, arguments);
    check(static_cast<Interpreter &>(runtime), arguments);
    const Value generator{Reference<Object>(make<UnstartedMacro>())};
    return runtime.autoescapes() ? Value::markup(runtime.text(generator)) : generator;
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

bool Jinja2Macro::hasCallerParameter() const
{
    return std::ranges::any_of(m_definition.parameters, [](const auto &parameter) {
        return parameter.variable.name == u"caller";
    });
}

/// jinja2.runtime.Macro.__call__, as far as it refuses arguments.
void Jinja2Macro::check(Interpreter &interpreter, const Arguments &arguments) const
{
    const auto &parameters = m_definition.parameters;
    const size_t given = arguments.positional.size();
    if (arguments.named.empty() && given <= parameters.size())
        return;
    Keywords keywords(arguments.named);
    for (size_t i = given; i < parameters.size(); ++i)
        (void)keywords.take(parameters[i].variable.name);
    if (m_definition.usesCaller && !hasCallerParameter())
        (void)keywords.take(QStringLiteral("caller"));
    if (!keywords.areTaken() && !m_definition.usesKwargs)
        failKeyword(interpreter, m_definition.name, *keywords.rest());
    if (given > parameters.size() && !m_definition.usesVarargs) {
        interpreter.fail(FailureKind::Type,
                         QStringLiteral("macro %1 takes not more than %2 argument(s)")
                             .arg(shownName(interpreter, m_definition.name))
                             .arg(parameters.size()));
    }
}

/// The same, and the function that the code generator makes for the macro's body.
void Jinja2Macro::bind(Interpreter &interpreter, Activation & /*activation*/,
                       const Arguments &arguments)
{
    const auto &parameters = m_definition.parameters;
    if (m_definition.isPlain() && arguments.named.empty()) {
        for (size_t i = 0; i < parameters.size(); ++i) {
            const bool isGiven = i < arguments.positional.size();
            bindParameter(interpreter, parameters[i], isGiven ? arguments.positional[i] : Value());
        }
        return;
    }
    Keywords keywords(arguments.named);
    QVarLengthArray<Value, 6> given;
    for (size_t i = 0; i < parameters.size(); ++i) {
        given.append(i < arguments.positional.size() ? arguments.positional[i]
                                                     : keywords.take(parameters[i].variable.name));
    }
    if (m_definition.usesCaller && !hasCallerParameter()) {
        Value caller = keywords.take(QStringLiteral("caller"));
        if (caller.isMissing())
            caller = interpreter.undefinedBecause(QStringLiteral("No caller defined"));
        interpreter.store(m_definition.caller, std::move(caller));
    }
    if (m_definition.usesKwargs)
        interpreter.store(m_definition.kwargs, keywords.rest());
    bindVarargs(interpreter, arguments.positional);
    for (size_t i = 0; i < parameters.size(); ++i)
        bindParameter(interpreter, parameters[i], std::move(given[qsizetype(i)]));
}

void Jinja2Macro::bindVarargs(Interpreter &interpreter, std::span<const Value> positional)
{
    if (!m_definition.usesVarargs)
        return;
    const auto rest
        = positional.subspan(std::min(m_definition.parameters.size(), positional.size()));
    interpreter.store(m_definition.varargs,
                      Value::tuple(make<ListData>(std::vector<Value>(rest.begin(), rest.end()))));
}

void Jinja2Macro::bindParameter(Interpreter &interpreter,
                                const MacroDefinition::Parameter &parameter, Value given)
{
    if (given.isMissing() && parameter.fallback) {
        given = parameter.fallback->evaluate(interpreter);
    } else if (given.isMissing()) {
        given = interpreter.undefinedBecause(
            QStringLiteral("parameter %1 was not provided")
                .arg(interpreter.repr(Value(parameter.variable.name))));
    }
    interpreter.store(parameter.variable, std::move(given));
}

} // namespace waymark::jinja
