#include "models/jinja/dialects/percentconverter.h"

#include "models/jinja/dialects/pythonfloat.h"
#include "models/jinja/methods/pythonbytes.h"
#include "models/jinja/methods/pythoncharacters.h"
#include "models/jinja/methods/pythonnumbers.h"
#include "models/jinja/methods/pythonrepr.h"

#include <algorithm>
#include <cmath>

namespace waymark::jinja {

/// What a conversion makes of a value.
struct PercentConverter::Converted
{
    QString sign = {};
    QString prefix = {}; ///< "0x"
    QString text = {};
    bool isNumber = false;
};

QString PercentConverter::convert(const Value &value) const
{
    return padded(converted(value));
}

PercentConverter::Converted PercentConverter::converted(const Value &value) const
{
    switch (m_conversion.type) {
    case U'b':
        if (!m_isBytes)
            failType();
        return convertedText(value);
    case U's':
    case U'r':
    case U'a':
        return convertedText(value);
    case U'd':
    case U'i':
    case U'u':
    case U'o':
    case U'x':
    case U'X':
        return convertedInteger(integerOf(value));
    case U'e':
    case U'E':
    case U'f':
    case U'F':
    case U'g':
    case U'G':
        return convertedFloat(realOf(value));
    case U'c':
        return {.text = m_isBytes ? byteOf(value) : characterOf(value)};
    default:
        failType();
    }
}

void PercentConverter::failType() const
{
    const char32_t c = m_conversion.type;
    m_runtime.fail(FailureKind::Value,
                   QStringLiteral("unsupported format character '%1' (0x%2) at index %3")
                       .arg(c >= 31 && c <= 126 ? codePointText(c) : QStringLiteral("?"))
                       .arg(uint(c), 0, 16)
                       .arg(m_conversion.at));
}

PercentConverter::Converted PercentConverter::convertedText(const Value &value) const
{
    const bool isShown = m_conversion.type == U'r' || m_conversion.type == U'a';
    const Value shown = isShown ? Value(m_runtime.repr(value)) : value;
    QString text = m_escapes    ? m_runtime.escaped(shown).text()
        : m_isBytes && !isShown ? bytesText(shown)
                                : m_runtime.text(shown);
    if (m_conversion.type == U'a' || (m_isBytes && isShown))
        text = asciiOnly(text);
    if (m_conversion.precision >= 0)
        text.truncate(unitOf(text, m_conversion.precision));
    return {.text = text};
}

QString PercentConverter::typeName(const Value &value) const
{
    return m_escapes ? QStringLiteral("_MarkupEscapeHelper") : m_runtime.typeName(value);
}

Integer PercentConverter::integerOf(const Value &value) const
{
    const bool needsInteger = m_conversion.type == U'o' || (m_conversion.type | 0x20) == U'x';
    if (value.isIntegral() && !(needsInteger && m_escapes))
        return value.toInteger();
    if (value.isUndefined() && !needsInteger)
        m_runtime.failUndefined(value);
    if (!needsInteger && value.is(Value::Type::Float))
        return asTruncated(m_runtime, value.real());
    if (const auto parsed
        = m_escapes && value.isText() ? parsedInteger(value.text()) : std::nullopt)
        return *parsed;
    const auto message = QStringLiteral("%%1 format: %2 is required, not %3");
    m_runtime.fail(
        FailureKind::Type,
        message.arg(codePointText(m_conversion.type),
                    needsInteger ? QStringLiteral("an integer") : QStringLiteral("a real number"),
                    typeName(value)));
}

double PercentConverter::realOf(const Value &value) const
{
    if (value.isNumber())
        return asDouble(m_runtime, value);
    if (m_isBytes)
        m_runtime.fail(FailureKind::Type,
                       QStringLiteral("float argument required, not %1").arg(typeName(value)));
    if (value.isUndefined())
        m_runtime.failUndefined(value);
    if (const auto parsed = m_escapes && value.isText() ? parsedFloat(value.text()) : std::nullopt)
        return *parsed;
    m_runtime.fail(FailureKind::Type,
                   QStringLiteral("must be real number, not %1").arg(typeName(value)));
}

QString PercentConverter::characterOf(const Value &value) const
{
    if (value.isText() && codePointCount(value.text()) == 1 && !m_escapes)
        return value.text();
    if (!value.isIntegral() || m_escapes)
        m_runtime.fail(FailureKind::Type, QStringLiteral("%c requires int or char"));
    const auto code = value.toInteger().toInt64();
    if (!code || *code < 0 || *code > 0x10ffff)
        m_runtime.fail(FailureKind::Overflow, QStringLiteral("%c arg not in range(0x110000)"));
    return codePointText(static_cast<char32_t>(*code));
}

QString PercentConverter::byteOf(const Value &value) const
{
    const auto *bytes = value.as<BytesObject>();
    if (bytes && bytes->bytes().size() == 1)
        return QString::fromLatin1(bytes->bytes());
    if (!value.isIntegral())
        m_runtime.fail(FailureKind::Type,
                       QStringLiteral("%c requires an integer in range(256) or a single byte"));
    const auto code = value.toInteger().toInt64();
    if (!code || *code < 0 || *code > 0xff)
        m_runtime.fail(FailureKind::Overflow, QStringLiteral("%c arg not in range(256)"));
    return QString(QChar(static_cast<char16_t>(*code)));
}

QString PercentConverter::bytesText(const Value &value) const
{
    const auto *bytes = value.as<BytesObject>();
    if (!bytes) {
        m_runtime.fail(FailureKind::Type,
                       QStringLiteral("%b requires a bytes-like object, or an object that "
                                      "implements __bytes__, not '%1'")
                           .arg(typeName(value)));
    }
    return QString::fromLatin1(bytes->bytes());
}

QString PercentConverter::signOf(bool isNegative) const
{
    return isNegative           ? QStringLiteral("-")
        : m_conversion.hasPlus  ? QStringLiteral("+")
        : m_conversion.hasBlank ? QStringLiteral(" ")
                                : QString();
}

PercentConverter::Converted PercentConverter::convertedInteger(const Integer &value) const
{
    const char32_t lower = m_conversion.type | 0x20;
    const int base = lower == U'o' ? 8 : lower == U'x' ? 16 : 10;
    Converted result{.sign = signOf(value.sign() < 0), .isNumber = true};
    result.text
        = base == 10 ? m_runtime.text(Value(value)) : QString::fromLatin1(value.toByteArray(base));
    result.text.remove(u'-');
    result.text = result.text.rightJustified(m_conversion.precision, u'0');
    if (m_conversion.isAlternate && base != 10)
        result.prefix = u'0' + codePointText(lower);
    if (m_conversion.type == U'X') {
        result.text = result.text.toUpper();
        result.prefix = result.prefix.toUpper();
    }
    return result;
}

PercentConverter::Converted PercentConverter::convertedFloat(double value) const
{
    const int precision = m_conversion.precision < 0 ? 6 : static_cast<int>(m_conversion.precision);
    const char type = static_cast<char>(m_conversion.type | 0x20);
    QString text = QString::fromLatin1(floatDigits(
        value, {.type = type, .precision = precision, .keepsPoint = m_conversion.isAlternate}));
    if (type != static_cast<char>(m_conversion.type))
        text = text.toUpper();
    const bool isNegative = std::signbit(value) && !std::isnan(value);
    return {.sign = signOf(isNegative), .text = text, .isNumber = true};
}

QString PercentConverter::padded(const Converted &converted) const
{
    const QString start = converted.sign + converted.prefix;
    const qint64 missing = m_conversion.width - codePointCount(converted.text) - start.size();
    if (missing <= 0)
        return start + converted.text;
    if (m_conversion.alignsLeft)
        return start + converted.text + QString(missing, u' ');
    if (m_conversion.fillsZeros && converted.isNumber)
        return start + QString(missing, u'0') + converted.text;
    return QString(missing, u' ') + start + converted.text;
}

} // namespace waymark::jinja
