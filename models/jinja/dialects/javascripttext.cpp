#include "models/jinja/dialects/javascript.h"

#include "models/jinja/escaping.h"
#include "models/jinja/opencontainers.h"

#include <cmath>
#include <utility>

namespace waymark::jinja::javascript {
namespace {

/// Array.prototype.join: nothing for null, undefined, and a list inside of itself.
class Joining
{
public:
    explicit Joining(Runtime &runtime)
        : m_runtime(runtime)
    {
    }

    QString joined(const Value &list)
    {
        const OpenContainers::Met met = m_open.open(&list.items());
        if (met == OpenContainers::Met::TooDeep)
            m_runtime.fail(FailureKind::Limit, QStringLiteral("Maximum call stack size exceeded"));
        if (met == OpenContainers::Met::Inside)
            return {};
        QString text;
        bool isFirst = true;
        for (const Value &item : list.items().items) {
            if (!std::exchange(isFirst, false))
                text += u',';
            if (item.isSequence())
                text += joined(item);
            else if (!item.isUndefined() && !item.isNone())
                text += toText(m_runtime, item);
            m_runtime.chargeText(text.size());
        }
        m_open.close();
        return text;
    }

private:
    Runtime &m_runtime;
    OpenContainers m_open;
};

constexpr HtmlEntity entities[] = {
    {u'&', u"&amp;"}, {u'"', u"&quot;"}, {u'\'', u"&#39;"},
    {u'<', u"&lt;"},  {u'>', u"&gt;"},   {u'\\', u"&#92;"},
};

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
        return Joining(runtime).joined(value);
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
    return withEntities(text, entities);
}

QString escapeWithoutBackslash(QStringView text)
{
    return withEntities(text, std::span(entities).first(std::size(entities) - 1));
}

} // namespace waymark::jinja::javascript
