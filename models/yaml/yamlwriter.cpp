#include "models/base/json.h"
#include "models/yaml/yaml.h"
#include "models/yaml/yamltextstyle.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qsizetype longestSimpleKey = 1000; // bytes, somewhat less than YAML's 1024 with quotes

/// "1.0", "1.0e+21", ".inf": what both versions of YAML take for a float.
QByteArray floatText(double value)
{
    if (std::isnan(value))
        return ".nan";
    if (std::isinf(value))
        return value < 0 ? "-.inf" : ".inf";
    QByteArray digits = shortestDigits(value);
    if (value == 0 && std::signbit(value) && !digits.startsWith('-'))
        digits.prepend('-');
    if (digits.contains('.'))
        return digits;
    const qsizetype exponent = digits.indexOf('e');
    return exponent < 0 ? digits + ".0" : digits.insert(exponent, ".0");
}

bool isEmptyCollection(const Value &value)
{
    return (value.toList() && value.toList()->isEmpty())
        || (value.toMap() && value.toMap()->isEmpty());
}

bool isCollection(const Value &value)
{
    return (value.toList() || value.toMap()) && !isEmptyCollection(value);
}

QByteArray scalarText(const Value &value, YamlPlace place)
{
    switch (value.type()) {
    case Value::Type::Null:
        return "null";
    case Value::Type::Bool:
        return *value.toBool() ? "true" : "false";
    case Value::Type::Integer:
        return value.toInteger()->toByteArray();
    case Value::Type::Float:
        return floatText(*value.toFloat());
    case Value::Type::Text:
        return yamlText(*value.toText(), place);
    case Value::Type::List:
        return "[]";
    case Value::Type::Map:
        return "{}";
    }
    Q_UNREACHABLE_RETURN({});
}

class Writer
{
public:
    explicit Writer(const YamlLayout &layout)
        : m_layout(layout)
    {
    }

    QByteArray run(const Value &value)
    {
        if (const QString *text = value.toText(); text && isLiteralText(*text))
            literal(*text, 0);
        else if (isCollection(value))
            block(value, 0);
        else
            m_out += scalarText(value, YamlPlace::Block);
        if (!m_out.endsWith('\n'))
            m_out += '\n';
        return std::move(m_out);
    }

private:
    void indentTo(qsizetype column)
    {
        if (!m_out.isEmpty() && !m_out.endsWith('\n'))
            m_out += '\n';
        m_out.append(column, ' ');
    }

    /// A list or map whose first line begins here and whose others begin at `column`.
    void block(const Value &value, qsizetype column)
    {
        bool isFirst = true;
        const auto begin = [&] {
            if (!std::exchange(isFirst, false))
                indentTo(column);
        };
        if (const Map *map = value.toMap()) {
            for (const Map::Entry &entry : *map) {
                begin();
                key(entry.key, column);
                mapValue(entry.value, column);
            }
            return;
        }
        for (const Value &item : *value.toList()) {
            begin();
            m_out += "- ";
            listItem(item, column);
        }
    }

    void key(const QString &name, qsizetype column)
    {
        const QByteArray text = yamlText(name, YamlPlace::Block);
        if (text.size() <= longestSimpleKey) {
            m_out += text + ':';
            return;
        }
        m_out += "? " + text;
        indentTo(column);
        m_out += ':';
    }

    void mapValue(const Value &value, qsizetype column)
    {
        if (!isCollection(value)) {
            m_out += ' ';
            return scalar(value, column);
        }
        if (const QByteArray line = flow(value, 1); !line.isEmpty()) {
            m_out += ' ' + line;
            return;
        }
        indentTo(column + m_layout.indent);
        block(value, column + m_layout.indent);
    }

    void listItem(const Value &value, qsizetype column)
    {
        if (!isCollection(value))
            scalar(value, column);
        else if (const QByteArray line = flow(value, 0); !line.isEmpty())
            m_out += line;
        else
            block(value, column + 2);
    }

    void scalar(const Value &value, qsizetype column)
    {
        if (const QString *text = value.toText(); text && isLiteralText(*text))
            literal(*text, column);
        else
            m_out += scalarText(value, YamlPlace::Block);
    }

    void literal(const QString &text, qsizetype column)
    {
        m_out += literalSign(text, m_layout.indent);
        const QString lines = text.endsWith(u'\n') ? text.chopped(1) : text;
        for (const QStringView line : QStringView(lines).split(u'\n')) {
            m_out += '\n';
            if (!line.isEmpty())
                m_out.append(column + m_layout.indent, ' ').append(line.toUtf8());
        }
        m_out += '\n';
    }

    /// `value`, a list or map, in one line behind what stands in this one; empty where it does not
    /// fit.
    [[nodiscard]] QByteArray flow(const Value &value, qsizetype blanks) const
    {
        if (m_layout.flowWidth <= 0)
            return {};
        const qsizetype used = m_out.size() - (m_out.lastIndexOf('\n') + 1) + blanks;
        QByteArray line;
        const auto append = [&](const QByteArray &key, const Value &part) {
            const QString *text = part.toText();
            if (isCollection(part) || (text && isLiteralText(*text)))
                return false;
            line += (line.isEmpty() ? "" : ", ") + key + scalarText(part, YamlPlace::Flow);
            return used + line.size() + 2 <= m_layout.flowWidth;
        };
        if (const Map *map = value.toMap()) {
            const auto add = [&](const Map::Entry &entry) {
                return append(yamlText(entry.key, YamlPlace::Flow) + ": ", entry.value);
            };
            return std::ranges::all_of(*map, add) ? '{' + line + '}' : QByteArray();
        }
        const auto add = [&](const Value &item) { return append({}, item); };
        return std::ranges::all_of(*value.toList(), add) ? '[' + line + ']' : QByteArray();
    }

    const YamlLayout &m_layout;
    QByteArray m_out;
};

} // namespace

QByteArray toYaml(const Value &value, const YamlLayout &layout)
{
    Q_ASSERT(layout.indent >= 2 && layout.indent <= 9);
    return Writer(layout).run(value);
}

} // namespace waymark
