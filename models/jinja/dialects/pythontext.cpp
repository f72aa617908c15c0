#include "models/jinja/dialects/python.h"

#include <charconv>
#include <cmath>

namespace waymark::jinja::python {
namespace {

constexpr int deepestText = 200;
constexpr qint64 longestIntegerBits = 14'284; // 4300 digits, as sys.int_info says

QString integerText(Runtime &runtime, const Value &value)
{
    if (!value.is(Value::Type::BigInt))
        return QString::number(value.integer());
    const Integer integer = value.toInteger();
    const QByteArray digits
        = integer.bits() > longestIntegerBits + 64 ? QByteArray() : integer.toByteArray();
    if (digits.isEmpty() || digits.size() > 4301) {
        runtime.fail(
            FailureKind::Value,
            QStringLiteral("Exceeds the limit (4300 digits) for integer string conversion; use "
                           "sys.set_int_max_str_digits() to increase the limit"));
    }
    return QString::fromLatin1(digits);
}

bool isPrintable(char32_t code)
{
    switch (QChar::category(code)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    case QChar::Separator_Space:
        return code == U' ';
    default:
        return true;
    }
}

void appendEscaped(QString &result, char32_t code)
{
    const int width = code < 0x100 ? 2 : code < 0x10000 ? 4 : 8;
    result += width == 2 ? u"\\x" : width == 4 ? u"\\u" : u"\\U";
    result += QString::number(code, 16).rightJustified(width, u'0');
}

/// repr() of a value and of all it holds.
class Writer
{
public:
    explicit Writer(Runtime &runtime)
        : m_runtime(runtime)
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
        m_runtime.chargeText(m_text.size());
        switch (value.type()) {
        case Value::Type::Missing:
        case Value::Type::Undefined:
            m_text += u"Undefined";
            break;
        case Value::Type::None:
            m_text += u"None";
            break;
        case Value::Type::Bool:
            m_text += value.boolean() ? u"True" : u"False";
            break;
        case Value::Type::Int:
        case Value::Type::BigInt:
            m_text += integerText(m_runtime, value);
            break;
        case Value::Type::Float:
            m_text += floatText(value.real());
            break;
        case Value::Type::Text:
            m_text += value.isMarkup() ? QStringLiteral("Markup(%1)").arg(quoted(value.text()))
                                       : quoted(value.text());
            break;
        case Value::Type::List:
            appendItems(value.items().items, u'[', u']');
            break;
        case Value::Type::Tuple:
            appendItems(value.items().items, u'(', u')');
            break;
        case Value::Type::Dict:
            appendDict(value.dict());
            break;
        case Value::Type::Range:
            appendRange(value.range());
            break;
        case Value::Type::Object:
            m_text += value.object().toText(m_runtime);
        }
    }

    void appendItems(const std::vector<Value> &items, QChar open, QChar close)
    {
        if (++m_depth > deepestText) {
            m_text += QStringLiteral("%1...%2").arg(open).arg(close);
        } else {
            m_text += open;
            for (size_t i = 0; i < items.size(); ++i) {
                if (i > 0)
                    m_text += u", ";
                append(items[i]);
            }
            if (open == u'(' && items.size() == 1)
                m_text += u',';
            m_text += close;
        }
        --m_depth;
    }

    void appendDict(const DictData &dict)
    {
        if (++m_depth > deepestText) {
            m_text += u"{...}";
        } else {
            m_text += u'{';
            bool isFirst = true;
            for (const DictData::Entry &entry : dict.entries()) {
                if (!std::exchange(isFirst, false))
                    m_text += u", ";
                append(entry.key);
                m_text += u": ";
                append(entry.value);
            }
            m_text += u'}';
        }
        --m_depth;
    }

    void appendRange(const RangeData &range)
    {
        m_text += QStringLiteral("range(%1, %2").arg(range.start).arg(range.stop);
        m_text += range.step == 1 ? QStringLiteral(")") : QStringLiteral(", %1)").arg(range.step);
    }

    Runtime &m_runtime;
    QString m_text;
    int m_depth = 0;
};

/// What DebugUndefined prints.
QString debugText(Runtime &runtime, const Value &value)
{
    const UndefinedData *why = value.undefinedReason();
    if (!why || why->lenient)
        return {};
    QString message = why->name.isText() ? why->name.text() : QString();
    if (!why->hint.isEmpty()) {
        message = QStringLiteral("undefined value printed: %1").arg(why->hint);
    } else if (!why->owner.isMissing()) {
        const QString owner = why->owner.isNone()
            ? QStringLiteral("None")
            : QStringLiteral("%1 object").arg(typeName(why->owner));
        message = QStringLiteral("no such element: %1[%2]").arg(owner, repr(runtime, why->name));
    }
    return QStringLiteral("{{ %1 }}").arg(message);
}

} // namespace

QString floatText(double value)
{
    if (std::isnan(value))
        return QStringLiteral("nan");
    if (std::isinf(value))
        return value < 0 ? QStringLiteral("-inf") : QStringLiteral("inf");
    char buffer[40];
    const auto end
        = std::to_chars(std::begin(buffer), std::end(buffer), value, std::chars_format::scientific)
              .ptr;
    QString scientific = QString::fromLatin1(buffer, end - buffer);
    const qsizetype e = scientific.indexOf(u'e');
    const int exponent = scientific.sliced(e + 1).toInt();
    if (exponent < -4 || exponent >= 16)
        return scientific;
    const auto fixed
        = std::to_chars(std::begin(buffer), std::end(buffer), value, std::chars_format::fixed).ptr;
    QString text = QString::fromLatin1(buffer, fixed - buffer);
    return text.contains(u'.') ? text : text + QStringLiteral(".0");
}

QString quoted(QStringView text)
{
    const QChar quote = text.contains(u'\'') && !text.contains(u'"') ? u'"' : u'\'';
    QString result(quote);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isPair
            = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t code = isPair ? QChar::surrogateToUcs4(c, text[i + 1]) : c.unicode();
        if (c == u'\\' || c == quote) {
            result += u'\\';
            result += c;
        } else if (c == u'\n') {
            result += u"\\n";
        } else if (c == u'\r') {
            result += u"\\r";
        } else if (c == u'\t') {
            result += u"\\t";
        } else if (isPrintable(code)) {
            result += QChar::fromUcs4(code);
        } else {
            appendEscaped(result, code);
        }
        i += isPair ? 1 : 0;
    }
    return result + quote;
}

QString typeName(const Value &value)
{
    switch (value.type()) {
    case Value::Type::Missing:
    case Value::Type::Undefined:
        return QStringLiteral("Undefined");
    case Value::Type::None:
        return QStringLiteral("NoneType");
    case Value::Type::Bool:
        return QStringLiteral("bool");
    case Value::Type::Int:
    case Value::Type::BigInt:
        return QStringLiteral("int");
    case Value::Type::Float:
        return QStringLiteral("float");
    case Value::Type::Text:
        return value.isMarkup() ? QStringLiteral("Markup") : QStringLiteral("str");
    case Value::Type::List:
        return QStringLiteral("list");
    case Value::Type::Tuple:
        return QStringLiteral("tuple");
    case Value::Type::Dict:
        return QStringLiteral("dict");
    case Value::Type::Range:
        return QStringLiteral("range");
    case Value::Type::Object:
        return value.object().typeName();
    }
    Q_UNREACHABLE_RETURN({});
}

QString repr(Runtime &runtime, const Value &value)
{
    return Writer(runtime).write(value);
}

QString toText(Runtime &runtime, const Value &value)
{
    if (value.isText())
        return value.text();
    if (value.isUndefined()) {
        if (runtime.isStrict(value))
            runtime.failUndefined(value);
        return runtime.options().undefined == UndefinedKind::Debug ? debugText(runtime, value)
                                                                   : QString();
    }
    if (value.is(Value::Type::Object)) {
        if (const Value printed = value.object().printed(); printed.isText())
            return printed.text();
    }
    return repr(runtime, value);
}

bool truthy(Runtime &runtime, const Value &value)
{
    switch (value.type()) {
    case Value::Type::Undefined:
        if (runtime.isStrict(value))
            runtime.failUndefined(value);
        return false;
    case Value::Type::Missing:
    case Value::Type::None:
        return false;
    case Value::Type::Bool:
    case Value::Type::Int:
        return value.integer() != 0;
    case Value::Type::Float:
        return value.real() != 0;
    case Value::Type::Text:
        return !value.text().isEmpty();
    case Value::Type::BigInt:
        return true;
    case Value::Type::List:
    case Value::Type::Tuple:
        return !value.items().items.empty();
    case Value::Type::Dict:
        return value.dict().size() > 0;
    case Value::Type::Range:
        return value.range().size() > 0;
    case Value::Type::Object:
        return value.object().isTrue();
    }
    Q_UNREACHABLE_RETURN(false);
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
        case u'<':
            escaped += u"&lt;";
            break;
        case u'>':
            escaped += u"&gt;";
            break;
        case u'\'':
            escaped += u"&#39;";
            break;
        case u'"':
            escaped += u"&#34;";
            break;
        default:
            escaped += c;
        }
    }
    return escaped;
}

} // namespace waymark::jinja::python
