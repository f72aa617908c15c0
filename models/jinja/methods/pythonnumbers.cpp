#include "models/jinja/methods/pythonnumbers.h"

#include "models/jinja/methods/pythoncharacters.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <unicode/uchar.h>

namespace waymark::jinja {
namespace {

constexpr qsizetype longestInteger = 4300; // sys.get_int_max_str_digits()
constexpr qint64 finestDigits = 323; // behind it, no double has anything to round
constexpr qint64 coarsestDigits = -309;

/// In ASCII, without the blanks around it and the digits of other scripts replaced; empty where
/// another character is in it.
QByteArray plainNumber(QStringView text)
{
    const TextSpan span = pythonStripped(text);
    QByteArray plain;
    for (const char32_t c : CodePoints(text.sliced(span.start, span.length))) {
        const int digit = c < 0x80 ? -1 : u_charDigitValue(static_cast<UChar32>(c));
        if (c >= 0x80 && digit < 0)
            return {};
        plain += c < 0x80 ? static_cast<char>(c) : static_cast<char>('0' + digit);
    }
    return plain;
}

/// Without the underscores; nothing where one does not stand between two digits.
std::optional<QByteArray> withoutGaps(const QByteArray &text, bool (*isDigit)(char))
{
    QByteArray result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '_') {
            result += text[i];
            continue;
        }
        if (i == 0 || i + 1 == text.size() || !isDigit(text[i - 1]) || !isDigit(text[i + 1]))
            return std::nullopt;
    }
    return result;
}

bool isDecimalDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isAnyDigit(char c)
{
    return isDecimalDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int baseOfPrefix(QByteArrayView digits)
{
    if (digits.size() < 2 || digits[0] != '0')
        return 0;
    switch (digits[1] | 0x20) {
    case 'x':
        return 16;
    case 'o':
        return 8;
    case 'b':
        return 2;
    default:
        return 0;
    }
}

bool isPowerOfTwo(int base)
{
    return (base & (base - 1)) == 0;
}

Integer powerOfTen(qint64 exponent)
{
    return Integer::power(10, static_cast<quint32>(exponent));
}

/// To a multiple of 10^-digits, half to even.
Integer roundedInteger(const Integer &value, qint64 digits)
{
    const Integer unit = powerOfTen(-digits);
    const Integer rest = Integer::floorModulo(value, unit);
    const Integer below = value - rest;
    const Integer twice = rest + rest;
    const bool isOdd = Integer::floorModulo(Integer::floorDivide(value, unit), 2) == Integer(1);
    return twice > unit || (twice == unit && isOdd) ? below + unit : below;
}

/// A double to tens and above: all digits of it are decimal, so that the text of it is exact.
double roundedToTens(double value, qint64 digits)
{
    const Integer whole = *Integer::truncated(value);
    const bool hasFraction = std::trunc(value) != value;
    const Integer unit = powerOfTen(-digits);
    const bool isTie = Integer::floorModulo(whole + whole, unit) == Integer(0)
        && Integer::floorModulo(whole, unit) != Integer(0);
    // A fraction behind a tie decides it.
    const Integer nudged = hasFraction && isTie ? whole + Integer(value > 0 ? 1 : -1) : whole;
    return roundedInteger(nudged, digits).toDouble();
}

double roundedFloat(Runtime &runtime, double value, qint64 digits)
{
    if (!std::isfinite(value) || digits > finestDigits)
        return value;
    if (digits < coarsestDigits)
        return std::copysign(0.0, value);
    double result = 0;
    if (digits < 0) {
        result = std::copysign(roundedToTens(value, digits), value);
    } else {
        char text[800];
        const auto end = std::to_chars(std::begin(text), std::end(text), value,
                                       std::chars_format::fixed, int(digits))
                             .ptr;
        std::from_chars(std::begin(text), end, result);
    }
    if (std::isinf(result))
        runtime.fail(FailureKind::Overflow, QStringLiteral("rounded value too large to represent"));
    return result;
}

} // namespace

std::optional<Integer> parsedInteger(QStringView text, int base)
{
    if (base != 0 && (base < 2 || base > 36))
        return std::nullopt;
    QByteArray plain = plainNumber(text);
    const bool isNegative = plain.startsWith('-');
    if (isNegative || plain.startsWith('+'))
        plain.remove(0, 1);
    const int prefix = baseOfPrefix(plain);
    const bool isOctalOfOld = base == 0 && prefix == 0 && plain.startsWith('0');
    if (prefix != 0 && (base == 0 || base == prefix)) {
        base = prefix;
        plain.remove(0, plain.size() > 2 && plain[2] == '_' ? 3 : 2);
    } else if (base == 0) {
        base = 10;
    }
    const auto digits = withoutGaps(plain, isAnyDigit);
    if (!digits || digits->isEmpty() || !isAnyDigit(digits->front()))
        return std::nullopt;
    if (isOctalOfOld && digits->count('0') != digits->size())
        return std::nullopt;
    if (digits->size() > longestInteger && !isPowerOfTwo(base))
        return std::nullopt;
    const auto value = Integer::parse(*digits, base);
    return value && isNegative ? -*value : value;
}

std::optional<double> parsedFloat(QStringView text)
{
    const auto plain = withoutGaps(plainNumber(text), isDecimalDigit);
    if (!plain || plain->isEmpty())
        return std::nullopt;
    const bool isNegative = plain->startsWith('-');
    const QByteArray digits = plain->sliced(isNegative || plain->startsWith('+') ? 1 : 0);
    const QByteArray word = digits.toLower();
    if (word == "inf" || word == "infinity")
        return isNegative ? -std::numeric_limits<double>::infinity()
                          : std::numeric_limits<double>::infinity();
    if (word == "nan")
        return std::numeric_limits<double>::quiet_NaN();
    if (digits.isEmpty() || !(isDecimalDigit(digits[0]) || digits[0] == '.'))
        return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), value);
    if (end != digits.end() || error == std::errc::invalid_argument)
        return std::nullopt;
    if (error == std::errc::result_out_of_range) {
        const qsizetype e = word.indexOf('e');
        const bool isTiny = e >= 0 ? word.sliced(e + 1).startsWith('-')
                                   : word.startsWith("0") || word.startsWith(".");
        value = isTiny ? 0 : std::numeric_limits<double>::infinity();
    }
    return isNegative ? -value : value;
}

double asDouble(Runtime &runtime, const Value &number)
{
    const double value = number.toDouble();
    if (std::isinf(value) && !number.is(Value::Type::Float))
        runtime.fail(FailureKind::Overflow, QStringLiteral("int too large to convert to float"));
    return value;
}

Integer asTruncated(Runtime &runtime, double value)
{
    if (std::isinf(value))
        runtime.fail(FailureKind::Overflow,
                     QStringLiteral("cannot convert float infinity to integer"));
    if (std::isnan(value))
        runtime.fail(FailureKind::Value, QStringLiteral("cannot convert float NaN to integer"));
    return *Integer::truncated(value);
}

Value rounded(Runtime &runtime, const Value &number, qint64 digits)
{
    if (number.is(Value::Type::Float))
        return {roundedFloat(runtime, number.real(), digits)};
    const Integer value = number.toInteger();
    if (digits >= 0)
        return {value};
    if (-digits > value.bits()) // 10ⁿ is far beyond twice the value
        return {0};
    return {roundedInteger(value, digits)};
}

} // namespace waymark::jinja
