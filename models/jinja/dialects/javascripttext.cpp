#include "models/jinja/dialects/javascript.h"

#include "models/jinja/escaping.h"

#include <cmath>
#include <utility>

namespace waymark::jinja::javascript {
namespace {

constexpr int deepestText = 100;

QString joined(Runtime &runtime, const Value &list, int depth)
{
    if (depth > deepestText)
        return {};
    QString text;
    bool isFirst = true;
    for (const Value &item : list.items().items) {
        if (!std::exchange(isFirst, false))
            text += u',';
        if (item.isSequence())
            text += joined(runtime, item, depth + 1);
        else if (!item.isUndefined() && !item.isNone())
            text += toText(runtime, item);
        runtime.chargeText(text.size());
    }
    return text;
}

} // namespace

bool truthy(Runtime & /*runtime*/, const Value &value)
{
    switch (value.type()) {
    case Value::Type::Missing:
    case Value::Type::Undefined:
    case Value::Type::None:
        return false;
    case Value::Type::Bool:
        return value.boolean();
    case Value::Type::Int:
        return value.integer() != 0;
    case Value::Type::Float:
        return value.real() != 0 && !std::isnan(value.real());
    case Value::Type::Text:
        return !value.text().isEmpty() || value.isMarkup(); // a SafeString is an object
    default:
        return true;
    }
}

QString toText(Runtime &runtime, const Value &value)
{
    switch (value.type()) {
    case Value::Type::Missing:
    case Value::Type::Undefined:
        return QStringLiteral("undefined");
    case Value::Type::None:
        return QStringLiteral("null");
    case Value::Type::Bool:
        return value.boolean() ? QStringLiteral("true") : QStringLiteral("false");
    case Value::Type::Int:
        return QString::number(value.integer());
    case Value::Type::Float:
        return numberText(value.real());
    case Value::Type::Text:
        return value.text();
    case Value::Type::List:
    case Value::Type::Tuple:
        return joined(runtime, value, 0);
    case Value::Type::Object:
        return value.object().toText(runtime);
    default:
        return QStringLiteral("[object Object]");
    }
}

QString printed(Runtime &runtime, const Value &value)
{
    if (!value.isUndefined() && !value.isNone())
        return toText(runtime, value);
    if (runtime.options().undefined == UndefinedKind::Strict)
        runtime.fail(FailureKind::Undefined,
                     QStringLiteral("attempted to output null or undefined value"));
    return {};
}

QString typeOf(const Value &value)
{
    switch (value.type()) {
    case Value::Type::Missing:
    case Value::Type::Undefined:
        return QStringLiteral("undefined");
    case Value::Type::Bool:
        return QStringLiteral("boolean");
    case Value::Type::Int:
    case Value::Type::Float:
        return QStringLiteral("number");
    case Value::Type::Text:
        return value.isMarkup() ? QStringLiteral("object") : QStringLiteral("string");
    case Value::Type::Object:
        return value.object().isCallable() && value.object().plain().isMissing()
            ? QStringLiteral("function")
            : QStringLiteral("object");
    default:
        return QStringLiteral("object");
    }
}

QString escape(QStringView text)
{
    static constexpr HtmlEntity entities[] = {
        {u'&', u"&amp;"}, {u'"', u"&quot;"}, {u'\'', u"&#39;"},
        {u'<', u"&lt;"},  {u'>', u"&gt;"},   {u'\\', u"&#92;"},
    };
    return withEntities(text, entities);
}

} // namespace waymark::jinja::javascript
