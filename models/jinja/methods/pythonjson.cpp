#include "models/jinja/methods/pythonjson.h"

#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythonsort.h"
#include "models/jinja/opencontainers.h"

#include <algorithm>
#include <cmath>

namespace waymark::jinja {
namespace {

class JsonWriter
{
public:
    JsonWriter(Runtime &runtime, const JsonStyle &style)
        : m_runtime(runtime)
        , m_style(style)
    {
    }

    QString write(const Value &value)
    {
        append(value);
        return std::move(m_text);
    }

private:
    void append(const Value &value)
    {
        m_runtime.charge(1);
        if (value.isText())
            appendText(value.text());
        else if (value.isSequence())
            appendItems(value);
        else if (value.is(Value::Type::Dict))
            appendDict(value);
        else
            m_text += scalar(value);
        if (m_text.size() > m_charged) {
            m_charged = m_text.size() + 4096;
            m_runtime.chargeText(m_text.size());
        }
    }

    QString scalar(const Value &value)
    {
        if (value.isNone())
            return QStringLiteral("null");
        if (value.is(Value::Type::Bool))
            return value.boolean() ? QStringLiteral("true") : QStringLiteral("false");
        if (value.is(Value::Type::Float))
            return number(value);
        if (value.isIntegral())
            return m_runtime.text(value);
        const auto message = QStringLiteral("Object of type %1 is not JSON serializable");
        m_runtime.fail(FailureKind::Type, message.arg(m_runtime.typeName(value)));
    }

    QString number(const Value &value)
    {
        if (std::isnan(value.real()))
            return QStringLiteral("NaN");
        if (std::isinf(value.real()))
            return value.real() < 0 ? QStringLiteral("-Infinity") : QStringLiteral("Infinity");
        return m_runtime.text(value);
    }

    void appendText(QStringView text)
    {
        static constexpr QStringView letters = u"\"\\nrtfb";
        static constexpr QStringView meanings = u"\"\\\n\r\t\f\b";
        m_text += u'"';
        for (const QChar c : text) {
            if (const qsizetype simple = meanings.indexOf(c); simple >= 0) {
                m_text += u'\\';
                m_text += letters[simple];
            } else if ((c >= u' ' && c <= u'~') || (c > u'~' && !m_style.isAscii)) {
                m_text += c;
            } else {
                m_text += QStringLiteral("\\u")
                    + QString::number(c.unicode(), 16).rightJustified(4, u'0');
            }
        }
        m_text += u'"';
    }

    void open(const Value &container, QChar bracket)
    {
        const void *identity = container.isSequence()
            ? static_cast<const void *>(&container.items())
            : static_cast<const void *>(&container.dict());
        switch (m_open.open(identity)) {
        case OpenContainers::Met::Inside:
            m_runtime.fail(FailureKind::Value, QStringLiteral("Circular reference detected"));
        case OpenContainers::Met::TooDeep:
            m_runtime.fail(
                FailureKind::Limit,
                QStringLiteral("maximum recursion depth exceeded while encoding a JSON object"));
        case OpenContainers::Met::First:
            break;
        }
        m_text += bracket;
    }

    void close(QChar bracket)
    {
        m_open.close();
        breakLine();
        m_text += bracket;
    }

    void separate(bool isFirst)
    {
        if (!isFirst)
            m_text += m_style.comma.value_or(m_style.indent ? QStringLiteral(",")
                                                            : QStringLiteral(", "));
        breakLine();
    }

    void breakLine()
    {
        if (!m_style.indent)
            return;
        m_text += u'\n';
        const qsizetype depth = m_open.depth();
        m_runtime.chargeText(m_text.size() / 64 + m_style.indent->size() * depth);
        m_text += m_style.indent->repeated(depth);
    }

    void appendItems(const Value &value)
    {
        const auto &items = value.items().items;
        if (items.empty()) {
            m_text += u"[]";
            return;
        }
        open(value, u'[');
        for (size_t i = 0; i < items.size(); ++i) {
            separate(i == 0);
            append(items[i]);
        }
        close(u']');
    }

    void appendDict(const Value &value)
    {
        if (value.dict().size() == 0) {
            m_text += u"{}";
            return;
        }
        open(value, u'{');
        std::vector<Value> keys;
        for (const DictData::Entry &entry : value.dict().entries())
            keys.push_back(entry.key);
        if (m_style.sortsKeys)
            keys = pythonSorted(m_runtime, keys, keys, false);
        bool isFirst = true;
        for (const Value &key : keys) {
            separate(std::exchange(isFirst, false));
            appendKey(key);
            append(*value.dict().find(key));
        }
        close(u'}');
    }

    void appendKey(const Value &key)
    {
        const bool isSimple = key.isText() || key.isNone() || key.isNumber();
        if (!isSimple) {
            const auto message
                = QStringLiteral("keys must be str, int, float, bool or None, not %1");
            m_runtime.fail(FailureKind::Type, message.arg(m_runtime.typeName(key)));
        }
        appendText(key.isText() ? key.text() : scalar(key));
        m_text += m_style.colon;
    }

    Runtime &m_runtime;
    const JsonStyle &m_style;
    QString m_text;
    qsizetype m_charged = 0;
    OpenContainers m_open;
};

} // namespace

QString pythonJson(Runtime &runtime, const Value &value, const JsonStyle &style)
{
    return JsonWriter(runtime, style).write(value);
}

QString jsonIndent(Runtime &runtime, const Value &indent)
{
    if (!indent.isIntegral()) {
        const auto message = QStringLiteral("can't multiply sequence by non-int of type '%1'");
        runtime.fail(FailureKind::Type, message.arg(runtime.typeName(indent)));
    }
    const qint64 count = std::max<qint64>(asIndex(runtime, indent), 0);
    runtime.chargeText(count);
    return QString(count, u' ');
}

} // namespace waymark::jinja
