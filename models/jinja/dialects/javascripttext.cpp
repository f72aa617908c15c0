#include "models/jinja/dialects/javascript.h"
#include "models/jinja/lexer.h"

#include "models/base/json.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace waymark::jinja::javascript {
namespace {

constexpr double largestInteger = 0x1p53;
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

double numberOf(QStringView text)
{
    while (!text.isEmpty() && isJavaScriptSpace(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isJavaScriptSpace(text.back()))
        text.chop(1);
    if (text.isEmpty())
        return 0;
    if (text.size() > 2 && text[0] == u'0') {
        const QChar prefix = text[1].toLower();
        const int base = prefix == u'x' ? 16 : prefix == u'o' ? 8 : prefix == u'b' ? 2 : 0;
        if (base != 0) {
            const auto integer = Integer::parse(text.sliced(2).toLatin1(), base);
            const bool hasSign = text[2] == u'-' || text[2] == u'+';
            return integer && !hasSign ? integer->toDouble()
                                       : std::numeric_limits<double>::quiet_NaN();
        }
    }
    const QStringView digits = text[0] == u'-' || text[0] == u'+' ? text.sliced(1) : text;
    if (digits == u"Infinity")
        return text[0] == u'-' ? -HUGE_VAL : HUGE_VAL;
    const bool isPlain = std::ranges::all_of(digits, [](QChar c) {
        return (c >= u'0' && c <= u'9') || QStringView(u".eE+-").contains(c);
    });
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (isPlain && (isNumber || std::isinf(value)))
        return value;
    return std::numeric_limits<double>::quiet_NaN();
}

} // namespace

Value number(double value)
{
    if (value == std::floor(value) && std::abs(value) <= largestInteger
        && !(value == 0 && std::signbit(value)))
        return static_cast<qint64>(value);
    return value;
}

Value number(const Integer &value)
{
    return number(value.toDouble());
}

waymark::Value plainNumber(double value)
{
    if (value == std::floor(value) && std::abs(value) <= largestInteger)
        return static_cast<qint64>(value);
    return value;
}

bool isNumber(const Value &value)
{
    return value.is(Value::Type::Int) || value.is(Value::Type::Float);
}

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

double toNumber(Runtime &runtime, const Value &value)
{
    switch (value.type()) {
    case Value::Type::None:
        return 0;
    case Value::Type::Bool:
    case Value::Type::Int:
    case Value::Type::Float:
        return value.toDouble();
    case Value::Type::Text:
        return numberOf(value.text());
    case Value::Type::Missing:
    case Value::Type::Undefined:
        return std::numeric_limits<double>::quiet_NaN();
    default:
        return numberOf(toText(runtime, value));
    }
}

QString numberText(double value)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return value < 0 ? QStringLiteral("-Infinity") : QStringLiteral("Infinity");
    return value == 0 ? QStringLiteral("0") : QString::fromLatin1(shortestDigits(value));
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
    QString escaped;
    escaped.reserve(text.size() + text.size() / 8);
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'&':
            escaped += u"&amp;";
            break;
        case u'"':
            escaped += u"&quot;";
            break;
        case u'\'':
            escaped += u"&#39;";
            break;
        case u'<':
            escaped += u"&lt;";
            break;
        case u'>':
            escaped += u"&gt;";
            break;
        case u'\\':
            escaped += u"&#92;";
            break;
        default:
            escaped += c;
        }
    }
    return escaped;
}

} // namespace waymark::jinja::javascript
