#include "models/jinja/dialects/pythonformat.h"

#include "models/jinja/dialects/pythonfloat.h"
#include "models/jinja/dialects/pythonformatspec.h"
#include "models/jinja/methods/pythoncharacters.h"
#include "models/jinja/methods/pythonnumbers.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace waymark::jinja {
namespace {

/// A number on its way into a format.
struct NumberText
{
    bool isNegative = false;
    QString prefix = {}; ///< "0x"
    QString digits = {}; ///< Before the point; zeros go before them.
    QString rest = {};
};

[[noreturn]] void fail(Runtime &runtime, const QString &message)
{
    runtime.fail(FailureKind::Value, message);
}

[[noreturn]] void failType(Runtime &runtime, const FormatSpec &spec, const Value &value)
{
    fail(runtime,
         QStringLiteral("Unknown format code '%1' for object of type '%2'")
             .arg(shownCharacter(spec.type), runtime.typeName(value)));
}

QString filling(Runtime &runtime, qint64 count, char32_t fill)
{
    if (count <= 0)
        return {};
    runtime.chargeText(count);
    return codePointText(fill).repeated(count);
}

/// `digits` with separators in groups of `size`, and zeros before them up to `width` together.
QString grouped(Runtime &runtime, const QString &digits, QChar separator, qint64 size, qint64 width)
{
    const auto separators = [&](qint64 count) { return count > 0 ? (count - 1) / size : 0; };
    qint64 count = digits.size();
    if (width > count + separators(count)) {
        runtime.chargeText(width);
        count = std::max(count, width - width / (size + 1) - 1);
        while (count + separators(count) < width)
            ++count;
    }
    QString result = digits.rightJustified(count, u'0');
    for (qint64 at = count - size; at > 0; at -= size)
        result.insert(at, separator);
    return result;
}

QString laidOut(Runtime &runtime, const FormatSpec &spec, const NumberText &number)
{
    QString sign = number.isNegative             ? QStringLiteral("-")
        : spec.sign == U'+' || spec.sign == U' ' ? codePointText(spec.sign)
                                                 : QString();
    sign += number.prefix;
    const bool isZeroFilled = spec.fill == U'0' && spec.align == U'=';
    const qint64 room = isZeroFilled ? spec.width - sign.size() - number.rest.size() : 0;
    const bool isBinary
        = spec.type == U'b' || spec.type == U'o' || spec.type == U'x' || spec.type == U'X';
    QString digits = number.digits;
    if (spec.grouping)
        digits = grouped(runtime, digits, QChar(char16_t(spec.grouping)), isBinary ? 4 : 3, room);
    else
        digits = filling(runtime, room - codePointCount(digits), U'0') + digits;
    const QString text = digits + number.rest;
    if (spec.align == U'=' && !isZeroFilled)
        return sign + filling(runtime, spec.width - sign.size() - codePointCount(text), spec.fill)
            + text;
    return pythonAligned(runtime, sign + text, spec.width, spec.align ? spec.align : U'>',
                         spec.fill);
}

QString formattedText(Runtime &runtime, const Value &value, QStringView text)
{
    const FormatSpec spec = FormatSpec::parse(runtime, text, runtime.typeName(value), U's');
    if (spec.type != U's')
        failType(runtime, spec, value);
    const auto refuse = [&](const QString &what) {
        fail(runtime, what + QStringLiteral(" not allowed in string format specifier"));
    };
    if (spec.sign)
        refuse(spec.sign == U' ' ? QStringLiteral("Space") : QStringLiteral("Sign"));
    if (spec.coercesZero)
        refuse(QStringLiteral("Negative zero coercion (z)"));
    if (spec.isAlternate)
        refuse(QStringLiteral("Alternate form (#)"));
    if (spec.align == U'=')
        refuse(QStringLiteral("'=' alignment"));
    QString shown = value.text();
    if (spec.precision >= 0)
        shown.truncate(unitOf(shown, spec.precision));
    return pythonAligned(runtime, shown, spec.width, spec.align ? spec.align : U'<', spec.fill);
}

/// Whether the digits of `text`, its exponent apart, are all zeros.
bool isZeroText(const QByteArray &text)
{
    return std::ranges::all_of(text.first(text.indexOf('e') < 0 ? text.size() : text.indexOf('e')),
                               [](char c) { return c == '0' || c == '.'; });
}

NumberText floatText(double value, const FormatSpec &spec)
{
    FloatLayout layout{.type = 'f',
                       .precision = spec.precision < 0 ? 6 : int(spec.precision),
                       .keepsPoint = spec.isAlternate};
    const char32_t lower = spec.type | 0x20;
    if (spec.type == 0)
        layout = {.type = 'r', .precision = int(spec.precision), .keepsPoint = spec.isAlternate};
    else if (lower == U'e' || lower == U'g')
        layout.type = static_cast<char>(lower);
    else if (spec.type == U'n')
        layout.type = 'g';
    QByteArray text = floatDigits(spec.type == U'%' ? value * 100 : value, layout);
    const bool hasDigits = std::isfinite(value);
    const bool isZero = hasDigits && isZeroText(text);
    if (spec.type == U'E' || spec.type == U'F' || spec.type == U'G')
        text = text.toUpper();
    if (spec.type == U'%')
        text += '%';
    qsizetype whole = 0;
    while (hasDigits && whole < text.size() && text[whole] >= '0' && text[whole] <= '9')
        ++whole;
    return {.isNegative
            = std::signbit(value) && !std::isnan(value) && !(spec.coercesZero && isZero),
            .digits = QString::fromLatin1(text.first(whole)),
            .rest = QString::fromLatin1(text.sliced(whole))};
}

QString formattedFloat(Runtime &runtime, const Value &value, const FormatSpec &spec)
{
    constexpr QStringView types = u"eEfFgGn%";
    if (spec.type != 0 && (spec.type > 0x7f || !types.contains(QChar(char16_t(spec.type)))))
        failType(runtime, spec, value);
    if (spec.precision > std::numeric_limits<int>::max())
        fail(runtime, QStringLiteral("precision too big"));
    runtime.chargeText(std::max<qint64>(spec.precision, 0));
    return laidOut(runtime, spec, floatText(asDouble(runtime, value), spec));
}

NumberText characterText(Runtime &runtime, const Value &value, const FormatSpec &spec)
{
    if (spec.sign)
        fail(runtime, QStringLiteral("Sign not allowed with integer format specifier 'c'"));
    if (spec.isAlternate)
        fail(runtime,
             QStringLiteral("Alternate form (#) not allowed with integer format specifier 'c'"));
    const auto code = value.toInteger().toInt64();
    if (!code)
        runtime.fail(FailureKind::Overflow,
                     QStringLiteral("Python int too large to convert to C long"));
    if (*code < 0 || *code > 0x10ffff)
        runtime.fail(FailureKind::Overflow, QStringLiteral("%c arg not in range(0x110000)"));
    return {.digits = codePointText(static_cast<char32_t>(*code))};
}

QString formattedInteger(Runtime &runtime, const Value &value, const FormatSpec &spec)
{
    if (spec.precision >= 0)
        fail(runtime, QStringLiteral("Precision not allowed in integer format specifier"));
    if (spec.coercesZero)
        fail(runtime,
             QStringLiteral("Negative zero coercion (z) not allowed in integer format specifier"));
    if (spec.type == U'c')
        return laidOut(runtime, spec, characterText(runtime, value, spec));
    const char32_t lower = spec.type | 0x20;
    const int base = lower == U'b' ? 2 : lower == U'o' ? 8 : lower == U'x' ? 16 : 10;
    const Integer integer = value.toInteger();
    NumberText number{.isNegative = integer.sign() < 0};
    if (base == 10)
        number.digits = runtime.text(Value(integer));
    else
        number.digits = QString::fromLatin1(integer.toByteArray(base));
    number.digits.remove(u'-');
    if (spec.isAlternate && base != 10)
        number.prefix = u'0' + codePointText(lower);
    if (spec.type == U'X') {
        number.digits = number.digits.toUpper();
        number.prefix = number.prefix.toUpper();
    }
    return laidOut(runtime, spec, number);
}

} // namespace

QString shownCharacter(char32_t c)
{
    return c > 32 && c < 128 ? codePointText(c) : QStringLiteral("\\x%1").arg(uint(c), 0, 16);
}

QString pythonAligned(Runtime &runtime, const QString &text, qint64 width, char32_t align,
                      char32_t fill)
{
    const qint64 missing = width - codePointCount(text);
    if (missing <= 0)
        return text;
    const qint64 left = align == U'<' ? 0 : align == U'^' ? missing / 2 : missing;
    return filling(runtime, left, fill) + text + filling(runtime, missing - left, fill);
}

QString pythonFormatted(Runtime &runtime, const Value &value, QStringView spec)
{
    if (spec.isEmpty())
        return runtime.text(value);
    if (value.isText())
        return formattedText(runtime, value, spec);
    const QString type = runtime.typeName(value);
    if (!value.isNumber()) {
        const auto message = QStringLiteral("unsupported format string passed to %1.__format__");
        runtime.fail(FailureKind::Type, message.arg(type));
    }
    const bool isFloat = value.is(Value::Type::Float);
    const FormatSpec parsed = FormatSpec::parse(runtime, spec, type, isFloat ? U'\0' : U'd');
    constexpr QStringView integerTypes = u"bcdoxXn";
    if (!isFloat && parsed.type < 0x80 && integerTypes.contains(QChar(char16_t(parsed.type))))
        return formattedInteger(runtime, value, parsed);
    return formattedFloat(runtime, value, parsed);
}

} // namespace waymark::jinja
