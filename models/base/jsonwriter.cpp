#include "models/base/json.h"

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

} // namespace

QByteArray toJson(const Value &value, JsonLayout layout)
{
    JsonWriter writer(layout);
    writer.write(value);
    return writer.take();
}

} // namespace waymark
