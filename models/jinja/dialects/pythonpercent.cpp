#include "models/jinja/dialects/pythonpercent.h"

#include "models/jinja/dialects/percentconverter.h"
#include "models/jinja/methods/pythonbytes.h"
#include "models/jinja/methods/pythoncharacters.h"
#include "models/jinja/textbuilder.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace waymark::jinja {
namespace {

class PercentFormatter
{
public:
    PercentFormatter(Runtime &runtime, const Value &format, const Value &arguments,
                     PercentKind kind)
        : m_runtime(runtime)
        , m_format(format)
        , m_arguments(arguments)
        , m_kind(kind)
        , m_text(m_format.text())
        , m_out(runtime)
    {
        if (arguments.is(Value::Type::Tuple))
            m_items = arguments.items().items;
        else
            m_items = {arguments};
        m_isMapping = arguments.is(Value::Type::Dict) || arguments.is(Value::Type::List)
            || arguments.is(Value::Type::Range) || arguments.isUndefined()
            || (kind != PercentKind::Bytes && arguments.as<BytesObject>());
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
                           QStringLiteral("not all arguments converted during %1 formatting")
                               .arg(m_kind == PercentKind::Bytes ? QStringLiteral("bytes")
                                                                 : QStringLiteral("string")));
        return m_out.take(m_format.isMarkup());
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
        const PercentConversion conversion = readConversion();
        const Value value = nextArgument();
        const PercentConverter converter(m_runtime, conversion, m_kind);
        m_out.append(converter.convert(value), m_runtime.deepTags(value));
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
        const QString key = m_text.sliced(start, m_at - 1 - start).toString();
        m_items = {member(m_kind == PercentKind::Bytes ? bytesOf(key.toLatin1()) : Value(key))};
        m_next = 0;
    }

    Value member(const Value &key)
    {
        if (m_arguments.isUndefined())
            m_runtime.failUndefined(m_arguments);
        if (!m_arguments.is(Value::Type::Dict)) {
            const QString type = m_arguments.as<BytesObject>() ? QStringLiteral("byte")
                                                               : m_runtime.typeName(m_arguments);
            fail(QStringLiteral("%1 indices must be integers or slices, not %2")
                     .arg(type, m_runtime.typeName(key)),
                 FailureKind::Type);
        }
        const Value *value = m_arguments.dict().find(key);
        if (!value)
            fail(m_runtime.repr(key), FailureKind::Key);
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

    void readFlags(PercentConversion &conversion)
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

    PercentConversion readConversion()
    {
        constexpr qint64 mostWidth = std::numeric_limits<qint64>::max() / 16;
        PercentConversion conversion;
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
                : readNumber(std::numeric_limits<int>::max(),
                             m_kind == PercentKind::Bytes ? QStringLiteral("prec too big")
                                                          : QStringLiteral("precision too big"));
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

    Runtime &m_runtime;
    Value m_format;
    Value m_arguments;
    PercentKind m_kind;
    QStringView m_text;
    bool m_isMapping = false;
    TextBuilder m_out;
    std::vector<Value> m_items;
    size_t m_next = 0;
    qsizetype m_at = 0;
};

} // namespace

Value percentFormatted(Runtime &runtime, const Value &format, const Value &arguments)
{
    const auto kind = format.isMarkup() ? PercentKind::Markup : PercentKind::Text;
    return PercentFormatter(runtime, format, arguments, kind).format();
}

Value percentFormattedBytes(Runtime &runtime, const QByteArray &format, const Value &arguments)
{
    const Value text(QString::fromLatin1(format));
    const Value made = PercentFormatter(runtime, text, arguments, PercentKind::Bytes).format();
    return runtime.tagged(bytesOf(made.text().toLatin1()), runtime.deepTags(made));
}

} // namespace waymark::jinja
