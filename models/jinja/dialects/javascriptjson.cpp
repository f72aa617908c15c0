#include "models/jinja/dialects/javascriptjson.h"

#include "models/base/json.h"
#include "models/jinja/dialects/javascript.h"
#include "models/jinja/opencontainers.h"

#include <algorithm>
#include <cmath>

namespace waymark::jinja::javascript {
namespace {

QString gapOf(Runtime &runtime, const Value &spaces)
{
    if (isNumber(spaces)) {
        const double count = toNumber(runtime, spaces);
        return QString(std::isnan(count) ? 0 : static_cast<qsizetype>(std::clamp(count, 0.0, 10.0)),
                       u' ');
    }
    return spaces.isText() ? spaces.text().first(qMin<qsizetype>(10, spaces.text().size()))
                           : QString();
}

/// As ECMA-262 quotes: what JSON has to escape, and lone surrogates.
QString quoted(const QString &text)
{
    QString result = QStringLiteral("\"");
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        static constexpr QStringView special = u"\b\t\n\f\r\"\\";
        static constexpr QStringView letters = u"btnfr\"\\";
        if (const qsizetype known = special.indexOf(c); known >= 0) {
            result += u'\\';
            result += letters[known];
            continue;
        }
        const bool isPair
            = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair) {
            result += c;
            result += text[++i];
        } else if (c.unicode() < 0x20 || c.isSurrogate()) {
            result += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        } else {
            result += c;
        }
    }
    return result + u'"';
}

class Writer
{
public:
    Writer(Runtime &runtime, QString gap)
        : m_runtime(runtime)
        , m_gap(std::move(gap))
    {
    }

    /// False: it is left out.
    bool write(const Value &value)
    {
        m_runtime.charge(1);
        switch (value.type()) {
        case Value::Type::Missing:
        case Value::Type::Undefined:
            return false;
        case Value::Type::None:
            m_text += u"null";
            return true;
        case Value::Type::Float:
            m_text
                += std::isfinite(value.real()) ? numberText(value.real()) : QStringLiteral("null");
            return true;
        case Value::Type::Text:
            if (value.isMarkup())
                writeSafeString(value.text());
            else
                m_text += quoted(value.text());
            m_runtime.chargeText(m_text.size());
            return true;
        case Value::Type::List:
        case Value::Type::Tuple:
            writeList(value.items().items);
            return true;
        case Value::Type::Dict:
            writeMap(value.dict());
            return true;
        case Value::Type::Object:
            return writeObject(value);
        default:
            m_text += toText(m_runtime, value);
            return true;
        }
    }
    [[nodiscard]] QString take() { return std::move(m_text); }

private:
    /// A SafeString is an object with these two properties.
    void writeSafeString(const QString &text)
    {
        DictData properties;
        properties.insert(QStringLiteral("val"), text);
        properties.insert(QStringLiteral("length"), static_cast<qint64>(text.size()));
        writeMap(properties);
    }

    bool writeObject(const Value &value)
    {
        const Value map = plain(value);
        if (map.is(Value::Type::Dict)) {
            writeMap(map.dict());
            return true;
        }
        if (value.object().isCallable())
            return false;
        m_text += u"{}";
        return true;
    }

    void newLine()
    {
        if (m_gap.isEmpty())
            return;
        m_text += u'\n';
        for (qsizetype i = 0; i < m_open.depth(); ++i)
            m_text += m_gap;
    }

    void open(const void *identity, QChar bracket)
    {
        switch (m_open.open(identity)) {
        case OpenContainers::Met::Inside:
            m_runtime.fail(FailureKind::Type,
                           QStringLiteral("Converting circular structure to JSON"));
        case OpenContainers::Met::TooDeep:
            m_runtime.fail(FailureKind::Limit, QStringLiteral("Maximum call stack size exceeded"));
        case OpenContainers::Met::First:
            m_text += bracket;
        }
    }

    void close(QChar bracket, bool isEmpty)
    {
        m_open.close();
        if (!isEmpty)
            newLine();
        m_text += bracket;
    }

    void writeList(const std::vector<Value> &items)
    {
        open(&items, u'[');
        for (size_t i = 0; i < items.size(); ++i) {
            if (i > 0)
                m_text += u',';
            newLine();
            if (!write(items[i]))
                m_text += u"null";
        }
        close(u']', items.empty());
    }

    void writeMap(const DictData &map)
    {
        open(&map, u'{');
        bool isEmpty = true;
        for (const DictData::Entry &entry : map.entries()) {
            const qsizetype before = m_text.size();
            if (!isEmpty)
                m_text += u',';
            newLine();
            m_text += quoted(m_runtime.text(entry.key));
            m_text += m_gap.isEmpty() ? u":" : u": ";
            if (write(entry.value))
                isEmpty = false;
            else
                m_text.truncate(before);
        }
        close(u'}', isEmpty);
    }

    Runtime &m_runtime;
    QString m_gap;
    QString m_text;
    OpenContainers m_open;
};

} // namespace

std::optional<QString> stringified(Runtime &runtime, const Value &value, const Value &spaces)
{
    Writer writer(runtime, gapOf(runtime, spaces));
    return writer.write(value) ? std::optional(writer.take()) : std::nullopt;
}

} // namespace waymark::jinja::javascript
