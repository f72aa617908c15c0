#include "models/jinja/dialects/javascript.h"

#include "models/jinja/dialects/fixedfloat.h"
#include "models/jinja/methods/javascripttext.h"

#include "models/base/json.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace waymark::jinja::javascript {
namespace {

constexpr double largestInteger = 0x1p53;

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// Of digits behind "0x", "0o" or "0b".
double numberOfBase(const QString &digits, int base)
{
    const auto integer = Integer::parse(digits.toLatin1(), base);
    const bool hasSign = digits[0] == u'-' || digits[0] == u'+';
    return integer && !hasSign ? integer->toDouble() : notANumber;
}

double numberOf(QStringView given)
{
    const QString text = trimmed(given);
    if (text.isEmpty())
        return 0;
    if (text.size() > 2 && text[0] == u'0') {
        const QChar prefix = text[1].toLower();
        const int base = prefix == u'x' ? 16 : prefix == u'o' ? 8 : prefix == u'b' ? 2 : 0;
        if (base != 0)
            return numberOfBase(text.sliced(2), base);
    }
    const QStringView digits = QStringView(text).sliced(text[0] == u'-' || text[0] == u'+' ? 1 : 0);
    if (digits == u"Infinity")
        return text[0] == u'-' ? -HUGE_VAL : HUGE_VAL;
    const bool isPlain = std::ranges::all_of(digits, [](QChar c) {
        return (c >= u'0' && c <= u'9') || QStringView(u".eE+-").contains(c);
    });
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (isPlain && (isNumber || std::isinf(value)))
        return value;
    return notANumber;
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
        return notANumber;
    default:
        return numberOf(toText(runtime, value));
    }
}

char *writeNumber(double value, char *out)
{
    if (value == 0)
        value = 0; // not the negative one
    const double size = std::abs(value);
    if (size == 0 || (size >= 1e-6 && size < largestInteger))
        return writeFixed(value, out);
    const QByteArray digits = shortestDigits(value);
    return std::ranges::copy(digits, out).out;
}

QString numberText(double value)
{
    char buffer[longestFloat];
    return QString::fromLatin1(buffer, writeNumber(value, buffer) - buffer);
}

} // namespace waymark::jinja::javascript
