#include "models/base/javascriptdata.h"

#include "models/base/json.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace waymark {
namespace {

constexpr qint64 largestExact = 1LL << 53;
constexpr quint64 longestArray = 0xFFFFFFFF; // an index is smaller
constexpr qsizetype longestGap = 10;

/// The number that `key` is an index by.
std::optional<quint64> indexOf(const QString &key)
{
    const bool isCanonical = !key.isEmpty() && key.size() <= 10
        && (key.size() == 1 || key.at(0) != u'0')
        && std::ranges::all_of(key, [](QChar c) { return c >= u'0' && c <= u'9'; });
    const quint64 number = isCanonical ? key.toULongLong() : longestArray;
    return number < longestArray ? std::optional(number) : std::nullopt;
}

class Writer
{
public:
    explicit Writer(const QString &gap)
        : m_gap(gap.first(std::min(gap.size(), longestGap)).toUtf8())
    {
    }

    QByteArray run(const Value &value)
    {
        write(value);
        return std::move(m_json);
    }

private:
    void write(const Value &value)
    {
        if (const List *list = value.toList())
            writeList(*list);
        else if (const Map *map = value.toMap())
            writeMap(inJavaScriptOrder(*map));
        else if (const double *number = value.toFloat())
            m_json += std::isfinite(*number) ? javaScriptNumber(*number) : "null";
        else if (const Integer *integer = value.toInteger())
            m_json += javaScriptNumber(*integer);
        else
            m_json += toJson(value);
    }

    void writeList(const List &list)
    {
        m_json += '[';
        ++m_depth;
        for (qsizetype i = 0; i < list.size(); ++i) {
            startItem(i);
            write(list.at(i));
        }
        end(list.isEmpty(), ']');
    }

    void writeMap(const Map &map)
    {
        m_json += '{';
        ++m_depth;
        qsizetype count = 0;
        for (const Map::Entry &entry : map) {
            startItem(count++);
            m_json += jsonString(entry.key) + (m_gap.isEmpty() ? ":" : ": ");
            write(entry.value);
        }
        end(map.isEmpty(), '}');
    }

    void startItem(qsizetype place)
    {
        if (place > 0)
            m_json += ',';
        breakLine();
    }

    void end(bool isEmpty, char sign)
    {
        --m_depth;
        if (!isEmpty)
            breakLine();
        m_json += sign;
    }

    void breakLine()
    {
        if (!m_gap.isEmpty())
            m_json += '\n' + m_gap.repeated(m_depth);
    }

    const QByteArray m_gap;
    QByteArray m_json;
    int m_depth = 0;
};

} // namespace

QByteArray javaScriptNumber(double number)
{
    return number == 0 ? QByteArray("0") : shortestDigits(number);
}

QByteArray javaScriptNumber(const Integer &number)
{
    const auto small = number.toInt64();
    if (small && *small <= largestExact && *small >= -largestExact)
        return QByteArray::number(*small);
    return javaScriptNumber(number.toDouble());
}

Map inJavaScriptOrder(const Map &map)
{
    QList<std::pair<quint64, Map::Entry>> indices;
    Map others;
    for (const Map::Entry &entry : map) {
        if (const auto index = indexOf(entry.key))
            indices += {*index, entry};
        else
            others.insert(entry.key, entry.value);
    }
    if (indices.isEmpty())
        return map;
    std::ranges::stable_sort(indices, {}, &std::pair<quint64, Map::Entry>::first);
    Map ordered;
    for (const auto &[index, entry] : std::as_const(indices))
        ordered.insert(entry.key, entry.value);
    for (const Map::Entry &entry : others)
        ordered.insert(entry.key, entry.value);
    return ordered;
}

QByteArray toJavaScriptJson(const Value &value, const QString &gap)
{
    return Writer(gap).run(value);
}

} // namespace waymark
