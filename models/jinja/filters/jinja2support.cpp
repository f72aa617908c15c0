#include "models/jinja/filters/jinja2support.h"

#include "models/jinja/methods/pythoncharacters.h"
#include "models/jinja/methods/pythonnumbers.h"
#include "models/jinja/methods/registry.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

bool isNumber(QStringView part)
{
    const auto isDigit = [](QChar c) { return isPythonDigit(c.unicode()); };
    return !part.isEmpty() && std::ranges::all_of(part, isDigit);
}

std::vector<Value> partsOf(const Value &attribute)
{
    if (attribute.isNone())
        return {};
    if (!attribute.isText())
        return {attribute};
    std::vector<Value> parts;
    for (const QStringView part : QStringView(attribute.text()).split(u'.')) {
        const auto number = isNumber(part) ? parsedInteger(part) : std::nullopt;
        parts.push_back(number ? Value(*number) : Value(part.toString()));
    }
    return parts;
}

} // namespace

Value softText(Runtime &runtime, const Value &value)
{
    if (value.isText())
        return value;
    return runtime.tagged(Value(runtime.text(value)), runtime.deepTags(value));
}

TextMethod::TextMethod(const char16_t *name)
    : m_function(*pythonMethods().find(QStringLiteral("str"), QString(name)))
{
}

Value TextMethod::operator()(Runtime &runtime, const Value &text,
                             std::initializer_list<Value> arguments) const
{
    QVarLengthArray<Value, 4> all = {text};
    for (const Value &argument : arguments)
        all.append(argument);
    return Call::run(runtime, m_function,
                     {.positional = {all.data(), static_cast<size_t>(all.size())}});
}

Tags allTags(Call &call)
{
    Runtime &runtime = call.runtime();
    if (!runtime.isTracking())
        return 0;
    Tags tags = 0;
    const auto collect = [&](const Value &value) {
        tags = runtime.tagTable().united(tags, runtime.deepTags(value));
    };
    for (size_t i = 0; i < call.count(); ++i)
        collect(call[i]);
    std::ranges::for_each(call.rest(), collect);
    for (const NamedArgument &argument : call.keywords())
        collect(argument.value);
    return tags;
}

Value orderedBy(Call &call, Value result)
{
    return call.runtime().withShape(std::move(result), allTags(call));
}

void failAttribute(Runtime &runtime, const Value &value, const QString &name)
{
    if (value.isUndefined())
        runtime.failUndefined(value);
    const auto message = QStringLiteral("'%1' object has no attribute '%2'");
    runtime.fail(FailureKind::Value, message.arg(runtime.typeName(value), name));
}

void failLength(Runtime &runtime, const Value &value)
{
    const auto message = QStringLiteral("object of type '%1' has no len()");
    runtime.fail(FailureKind::Type, message.arg(runtime.typeName(value)));
}

void onlyOneArgument(const Call &call)
{
    const QString &name = call.function().pythonName;
    if (!call.keywords().empty())
        call.runtime().fail(FailureKind::Type,
                            QStringLiteral("%1() takes no keyword arguments").arg(name));
    if (!call.rest().empty()) {
        const auto message = QStringLiteral("%1() takes exactly one argument (%2 given)");
        call.runtime().fail(FailureKind::Type, message.arg(name).arg(call.rest().size() + 1));
    }
}

AttributeGetter::AttributeGetter(const Value &attribute, bool ignoresCase, Value fallback)
    : m_parts(partsOf(attribute))
    , m_fallback(fallback.isNone() ? Value() : std::move(fallback))
    , m_ignoresCase(ignoresCase)
{
}

Value AttributeGetter::of(Runtime &runtime, const Value &item) const
{
    Value value = item;
    for (const Value &part : m_parts) {
        value = runtime.item(value, part);
        if (value.isUndefined() && !m_fallback.isMissing())
            value = m_fallback;
    }
    return m_ignoresCase ? withoutCase(value) : value;
}

Value withoutCase(const Value &value)
{
    if (!value.isText())
        return value;
    Value lower = value.isMarkup() ? Value::markup(pythonLower(value.text()))
                                   : Value(pythonLower(value.text()));
    lower.setTags(value.tags());
    return lower;
}

} // namespace waymark::jinja
