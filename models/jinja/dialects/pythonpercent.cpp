#include "models/jinja/dialects/pythonpercent.h"

#include "models/jinja/dialects/pythonfloat.h"
#include "models/jinja/methods/pythoncharacters.h"
#include "models/jinja/methods/pythonnumbers.h"
#include "models/jinja/methods/pythonrepr.h"
#include "models/jinja/textbuilder.h"

#include <cmath>
#include <limits>

namespace waymark::jinja {
namespace {

struct Conversion
{
    bool alignsLeft = false;
    bool hasPlus = false;
    bool hasBlank = false;
    bool isAlternate = false;
    bool fillsZeros = false;
    qint64 width = -1;
    qint64 precision = -1;
    char32_t type = 0;
    qsizetype at = 0; ///< Of the type, in code points.
};

/// What a conversion makes of a value.
struct Converted
{
    QString sign = {};
    QString prefix = {}; ///< "0x"
    QString text = {};
    bool isNumber = false;
};

class PercentFormatter
{
public:
    PercentFormatter(Runtime &runtime, const Value &format, const Value &arguments)
        : m_runtime(runtime)
        , m_format(format)
        , m_arguments(arguments)
        , m_text(m_format.text())
        , m_escapes(format.isMarkup())
        , m_out(runtime)
    {
        if (arguments.is(Value::Type::Tuple))
            m_items = arguments.items().items;
        else
            m_items = {arguments};
        m_isMapping = arguments.is(Value::Type::Dict) || arguments.is(Value::Type::List)
            || arguments.is(Value::Type::Range) || arguments.isUndefined();
    }

    Value format()
    {
        while (m_at < m_text.size()) {
            const qsizetype percent = m_text.indexOf(u'%', m_at);
            const qsizetype end = percent < 0 ? m_text.size() : percent;
            m_out.appendPart(m_format, m_at, end - m_at);
            m_at = end;
            if (percent < 0)
                break;
            ++m_at;
            convertNext();
        }
        if (m_next < m_items.size() && !m_isMapping)
            m_runtime.fail(FailureKind::Type,
                           QStringLiteral("not all arguments converted during string formatting"));
        return m_out.take(m_escapes);
    }

private:
    [[noreturn]] void fail(const QString &message, FailureKind kind = FailureKind::Value)
    {
        m_runtime.fail(kind, message);
    }

    [[nodiscard]] QChar peek() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }
    [[nodiscard]] bool skip(QChar c)
    {
        const bool isThere = m_at < m_text.size() && m_text[m_at] == c;
        m_at += isThere ? 1 : 0;
        return isThere;
    }

    Value nextArgument()
    {
        if (m_next >= m_items.size())
            fail(QStringLiteral("not enough arguments for format string"), FailureKind::Type);
        return m_items[m_next++];
    }

    void convertNext()
    {
        if (skip(u'%')) {
            m_out.appendPart(m_format, m_at - 1, 1);
            return;
        }
        if (skip(u'('))
            readKey();
        const Conversion conversion = readConversion();
        const Value value = nextArgument();
        m_out.append(padded(conversion, converted(conversion, value)), m_runtime.deepTags(value));
    }

    /// Behind "(": what follows takes the item of that name.
    void readKey()
    {
        if (!m_isMapping)
            fail(QStringLiteral("format requires a mapping"), FailureKind::Type);
        const qsizetype start = m_at;
        for (int depth = 1; depth > 0; ++m_at) {
            if (m_at >= m_text.size())
                fail(QStringLiteral("incomplete format key"));
            depth += m_text[m_at] == u'(' ? 1 : m_text[m_at] == u')' ? -1 : 0;
        }
        m_items = {member(m_text.sliced(start, m_at - 1 - start).toString())};
        m_next = 0;
    }

    Value member(const QString &key)
    {
        if (m_arguments.isUndefined())
            m_runtime.failUndefined(m_arguments);
        if (!m_arguments.is(Value::Type::Dict)) {
            const auto message = QStringLiteral("%1 indices must be integers or slices, not str");
            fail(message.arg(m_runtime.typeName(m_arguments)), FailureKind::Type);
        }
        const Value *value = m_arguments.dict().find(key);
        if (!value)
            fail(m_runtime.repr(Value(key)), FailureKind::Key);
        return *value;
    }

    qint64 readNumber(qint64 most, const QString &tooBig)
    {
        qint64 number = 0;
        while (peek() >= u'0' && peek() <= u'9') {
            number = number * 10 + (m_text[m_at++].unicode() - u'0');
            if (number > most)
                fail(tooBig);
        }
        return number;
    }

    qint64 starArgument()
    {
        const Value value = nextArgument();
        if (!value.isIntegral())
            fail(QStringLiteral("* wants int"), FailureKind::Type);
        if (value.is(Value::Type::BigInt))
            fail(QStringLiteral("Python int too large to convert to C ssize_t"),
                 FailureKind::Overflow);
        return value.integer();
    }

    void readFlags(Conversion &conversion)
    {
        for (;; ++m_at) {
            if (peek() == u'-')
                conversion.alignsLeft = true;
            else if (peek() == u'+')
                conversion.hasPlus = true;
            else if (peek() == u' ')
                conversion.hasBlank = true;
            else if (peek() == u'#')
                conversion.isAlternate = true;
            else if (peek() == u'0')
                conversion.fillsZeros = true;
            else
                return;
        }
    }

    Conversion readConversion()
    {
        constexpr qint64 mostWidth = std::numeric_limits<qint64>::max() / 16;
        Conversion conversion;
        readFlags(conversion);
        if (skip(u'*')) {
            conversion.width = starArgument();
            conversion.alignsLeft = conversion.alignsLeft || conversion.width < 0;
            conversion.width = std::abs(conversion.width);
        } else if (peek().isDigit()) {
            conversion.width = readNumber(mostWidth, QStringLiteral("width too big"));
        }
        if (skip(u'.')) {
            conversion.precision = skip(u'*')
                ? std::max<qint64>(starArgument(), 0)
                : readNumber(std::numeric_limits<int>::max(), QStringLiteral("precision too big"));
        }
        if (peek() == u'h' || peek() == u'l' || peek() == u'L')
            ++m_at;
        if (m_at >= m_text.size())
            fail(QStringLiteral("incomplete format"));
        conversion.at = codePointCount(m_text.first(m_at));
        const CodePoints rest(m_text.sliced(m_at));
        auto next = rest.begin();
        conversion.type = *next;
        ++next;
        m_at += next.position();
        m_runtime.chargeText(std::max({conversion.width, conversion.precision, qint64(0)}));
        return conversion;
    }

    Converted converted(const Conversion &conversion, const Value &value)
    {
        switch (conversion.type) {
        case U's':
        case U'r':
        case U'a':
            return convertedText(conversion, value);
        case U'd':
        case U'i':
        case U'u':
        case U'o':
        case U'x':
        case U'X':
            return convertedInteger(conversion, integerOf(conversion, value));
        case U'e':
        case U'E':
        case U'f':
        case U'F':
        case U'g':
        case U'G':
            return convertedFloat(conversion, realOf(value));
        case U'c':
            return {.text = characterOf(value)};
        default:
            failType(conversion);
        }
    }

    [[noreturn]] void failType(const Conversion &conversion)
    {
        const char32_t c = conversion.type;
        fail(QStringLiteral("unsupported format character '%1' (0x%2) at index %3")
                 .arg(c >= 31 && c <= 126 ? codePointText(c) : QStringLiteral("?"))
                 .arg(uint(c), 0, 16)
                 .arg(conversion.at));
    }

    Converted convertedText(const Conversion &conversion, const Value &value)
    {
        Value shown = value;
        if (conversion.type != U's')
            shown = Value(m_runtime.repr(value));
        QString text = m_escapes ? m_runtime.escaped(shown).text() : m_runtime.text(shown);
        if (conversion.type == U'a')
            text = asciiOnly(text);
        if (conversion.precision >= 0)
            text.truncate(unitOf(text, conversion.precision));
        return {.text = text};
    }

    [[nodiscard]] QString typeName(const Value &value) const
    {
        return m_escapes ? QStringLiteral("_MarkupEscapeHelper") : m_runtime.typeName(value);
    }

    Integer integerOf(const Conversion &conversion, const Value &value)
    {
        const bool needsInteger = conversion.type == U'o' || (conversion.type | 0x20) == U'x';
        if (value.isIntegral() && !(needsInteger && m_escapes))
            return value.toInteger();
        if (value.isUndefined())
            m_runtime.failUndefined(value);
        if (!needsInteger && value.is(Value::Type::Float))
            return asTruncated(m_runtime, value.real());
        if (const auto parsed
            = m_escapes && value.isText() ? parsedInteger(value.text()) : std::nullopt)
            return *parsed;
        const auto message = QStringLiteral("%%1 format: %2 is required, not %3");
        fail(message.arg(codePointText(conversion.type),
                         needsInteger ? QStringLiteral("an integer")
                                      : QStringLiteral("a real number"),
                         typeName(value)),
             FailureKind::Type);
    }

    double realOf(const Value &value)
    {
        if (value.isNumber())
            return asDouble(m_runtime, value);
        if (value.isUndefined())
            m_runtime.failUndefined(value);
        if (const auto parsed
            = m_escapes && value.isText() ? parsedFloat(value.text()) : std::nullopt)
            return *parsed;
        fail(QStringLiteral("must be real number, not %1").arg(typeName(value)), FailureKind::Type);
    }

    QString characterOf(const Value &value)
    {
        if (value.isText() && codePointCount(value.text()) == 1 && !m_escapes)
            return value.text();
        if (!value.isIntegral() || m_escapes)
            fail(QStringLiteral("%c requires int or char"), FailureKind::Type);
        const auto code = value.toInteger().toInt64();
        if (!code || *code < 0 || *code > 0x10ffff)
            fail(QStringLiteral("%c arg not in range(0x110000)"), FailureKind::Overflow);
        return codePointText(static_cast<char32_t>(*code));
    }

    [[nodiscard]] static QString signOf(const Conversion &conversion, bool isNegative)
    {
        return isNegative         ? QStringLiteral("-")
            : conversion.hasPlus  ? QStringLiteral("+")
            : conversion.hasBlank ? QStringLiteral(" ")
                                  : QString();
    }

    Converted convertedInteger(const Conversion &conversion, const Integer &value)
    {
        const char32_t lower = conversion.type | 0x20;
        const int base = lower == U'o' ? 8 : lower == U'x' ? 16 : 10;
        Converted result{.sign = signOf(conversion, value.sign() < 0), .isNumber = true};
        result.text = base == 10 ? m_runtime.text(Value(value))
                                 : QString::fromLatin1(value.toByteArray(base));
        result.text.remove(u'-');
        result.text = result.text.rightJustified(conversion.precision, u'0');
        if (conversion.isAlternate && base != 10)
            result.prefix = u'0' + codePointText(lower);
        if (conversion.type == U'X') {
            result.text = result.text.toUpper();
            result.prefix = result.prefix.toUpper();
        }
        return result;
    }

    Converted convertedFloat(const Conversion &conversion, double value)
    {
        const int precision = conversion.precision < 0 ? 6 : static_cast<int>(conversion.precision);
        const char type = static_cast<char>(conversion.type | 0x20);
        QString text = QString::fromLatin1(floatDigits(
            value, {.type = type, .precision = precision, .keepsPoint = conversion.isAlternate}));
        if (type != static_cast<char>(conversion.type))
            text = text.toUpper();
        const bool isNegative = std::signbit(value) && !std::isnan(value);
        return {.sign = signOf(conversion, isNegative), .text = text, .isNumber = true};
    }

    [[nodiscard]] static QString padded(const Conversion &conversion, const Converted &converted)
    {
        const QString start = converted.sign + converted.prefix;
        const qint64 missing = conversion.width - codePointCount(converted.text) - start.size();
        if (missing <= 0)
            return start + converted.text;
        if (conversion.alignsLeft)
            return start + converted.text + QString(missing, u' ');
        if (conversion.fillsZeros && converted.isNumber)
            return start + QString(missing, u'0') + converted.text;
        return QString(missing, u' ') + start + converted.text;
    }

    Runtime &m_runtime;
    Value m_format;
    Value m_arguments;
    QStringView m_text;
    bool m_escapes;
    bool m_isMapping = false;
    TextBuilder m_out;
    std::vector<Value> m_items;
    size_t m_next = 0;
    qsizetype m_at = 0;
};

} // namespace

Value percentFormatted(Runtime &runtime, const Value &format, const Value &arguments)
{
    return PercentFormatter(runtime, format, arguments).format();
}

} // namespace waymark::jinja
