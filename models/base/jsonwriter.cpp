#include "models/base/json.h"

#include <array>
#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qsizetype indentWidth = 2;

QByteArray jsonNumber(double value)
{
    if (!std::isfinite(value))
        return "null"_ba;
    if (value == 0)
        return std::signbit(value) ? "-0.0"_ba : "0.0"_ba;
    const QByteArray digits = shortestDigits(value);
    return digits.contains('.') || digits.contains('e') ? digits : digits + ".0";
}

class JsonWriter
{
public:
    explicit JsonWriter(JsonLayout layout)
        : m_isIndented(layout == JsonLayout::Indented)
    {
    }

    void write(const Value &value);
    QByteArray take() { return std::move(m_json); }

private:
    void writeList(const List &list);
    void writeMap(const Map &map);
    void breakLine();

    bool m_isIndented;
    int m_depth = 0;
    QByteArray m_json;
};

void JsonWriter::write(const Value &value)
{
    switch (value.type()) {
    case Value::Type::Null:
        m_json += "null";
        break;
    case Value::Type::Bool:
        m_json += *value.toBool() ? "true" : "false";
        break;
    case Value::Type::Integer:
        m_json += value.toInteger()->toByteArray();
        break;
    case Value::Type::Float:
        m_json += jsonNumber(*value.toFloat());
        break;
    case Value::Type::Text:
        m_json += jsonString(*value.toText());
        break;
    case Value::Type::List:
        writeList(*value.toList());
        break;
    case Value::Type::Map:
        writeMap(*value.toMap());
        break;
    }
}

void JsonWriter::writeList(const List &list)
{
    m_json += '[';
    ++m_depth;
    bool isFirst = true;
    for (const Value &value : list) {
        if (!std::exchange(isFirst, false))
            m_json += ',';
        breakLine();
        write(value);
    }
    --m_depth;
    if (!list.isEmpty())
        breakLine();
    m_json += ']';
}

void JsonWriter::writeMap(const Map &map)
{
    m_json += '{';
    ++m_depth;
    bool isFirst = true;
    for (const Map::Entry &entry : map) {
        if (!std::exchange(isFirst, false))
            m_json += ',';
        breakLine();
        m_json += jsonString(entry.key) + (m_isIndented ? ": " : ":");
        write(entry.value);
    }
    --m_depth;
    if (!map.isEmpty())
        breakLine();
    m_json += '}';
}

void JsonWriter::breakLine()
{
    if (m_isIndented)
        m_json += '\n' + QByteArray(m_depth * indentWidth, ' ');
}

/// `unit` as it must be written in a JSON string, or empty where it may stand for itself.
QByteArray escaped(char16_t unit)
{
    switch (unit) {
    case u'"':
        return "\\\""_ba;
    case u'\\':
        return "\\\\"_ba;
    case u'\b':
        return "\\b"_ba;
    case u'\f':
        return "\\f"_ba;
    case u'\n':
        return "\\n"_ba;
    case u'\r':
        return "\\r"_ba;
    case u'\t':
        return "\\t"_ba;
    default:
        break;
    }
    if (unit >= u' ' && !QChar::isSurrogate(unit))
        return {};
    return "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
}

bool isPair(QStringView text, qsizetype at)
{
    return at + 1 < text.size() && text.at(at).isHighSurrogate()
        && text.at(at + 1).isLowSurrogate();
}

} // namespace

QByteArray toJson(const Value &value, JsonLayout layout)
{
    JsonWriter writer(layout);
    writer.write(value);
    return writer.take();
}

QByteArray jsonString(QStringView text)
{
    QByteArray json = "\""_ba;
    qsizetype plain = 0; // where what is not yet written starts
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (isPair(text, at)) {
            ++at;
            continue;
        }
        const QByteArray escape = escaped(text.at(at).unicode());
        if (escape.isEmpty())
            continue;
        json += text.sliced(plain, at - plain).toUtf8() + escape;
        plain = at + 1;
    }
    return json + text.sliced(plain).toUtf8() + '"';
}

QByteArray shortestDigits(double value)
{
    if (value == 0)
        return "0"_ba;
    if (!std::isfinite(value))
        return std::isnan(value) ? "NaN"_ba : value < 0 ? "-Infinity"_ba : "Infinity"_ba;

    // "d.ddde±xx", the shortest that reads back; what follows is ECMA-262, Number::toString.
    std::array<char, 32> buffer;
    const auto end = std::to_chars(buffer.begin(), buffer.end(), std::abs(value),
                                   std::chars_format::scientific);
    const QByteArrayView scientific(buffer.data(), end.ptr - buffer.data());
    const qsizetype e = scientific.indexOf('e');
    const int point = scientific.sliced(e + 1).toInt() + 1; // digits before the point
    QByteArray digits = scientific.first(e).toByteArray().replace(".", "");
    const qsizetype count = digits.size();
    const QByteArray sign = value < 0 ? "-"_ba : ""_ba;

    if (point > 21 || point < -5) {
        const QByteArray exponent = (point > 0 ? "+" : "") + QByteArray::number(point - 1);
        return sign + (count > 1 ? digits.insert(1, '.') : digits) + 'e' + exponent;
    }
    if (point <= 0)
        return sign + "0." + QByteArray(-point, '0') + digits;
    if (count <= point)
        return sign + digits.leftJustified(point, '0');
    return sign + digits.insert(point, '.');
}

} // namespace waymark
