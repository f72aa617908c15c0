#include "models/base/value.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace waymark {
namespace {

constexpr qsizetype fewKeys = 16; // up to here a look at each is as fast as a hash

QHash<QString, qsizetype> placesOf(const QList<Map::Entry> &entries)
{
    QHash<QString, qsizetype> places;
    for (const Map::Entry &entry : entries)
        places.insert(entry.key, places.size());
    return places;
}

} // namespace

Map::Map(std::initializer_list<Entry> entries)
{
    for (const Entry &entry : entries)
        insert(entry.key, entry.value);
}

qsizetype Map::placeOf(QStringView key) const
{
    if (!m_places.isEmpty())
        return m_places.value(QString::fromRawData(key.data(), key.size()), -1);
    const auto found
        = std::ranges::find_if(m_entries, [key](const Entry &e) { return e.key == key; });
    return found == m_entries.cend() ? -1 : found - m_entries.cbegin();
}

const Value *Map::find(QStringView key) const
{
    const qsizetype place = placeOf(key);
    return place < 0 ? nullptr : &m_entries.at(place).value;
}

Value *Map::find(QStringView key)
{
    const qsizetype place = placeOf(key);
    return place < 0 ? nullptr : &m_entries[place].value;
}

Value Map::value(QStringView key) const
{
    const Value *found = find(key);
    return found ? *found : Value();
}

QStringList Map::keys() const
{
    QStringList keys;
    keys.reserve(m_entries.size());
    for (const Entry &entry : m_entries)
        keys += entry.key;
    return keys;
}

void Map::insert(const QString &key, Value value)
{
    if (Value *found = find(key)) {
        *found = std::move(value);
        return;
    }
    m_entries.append(Entry{key, std::move(value)});
    if (!m_places.isEmpty())
        m_places.insert(key, m_entries.size() - 1);
    else if (m_entries.size() > fewKeys)
        m_places = placesOf(m_entries);
}

bool Map::remove(QStringView key)
{
    const qsizetype place = placeOf(key);
    if (place < 0)
        return false;
    m_entries.removeAt(place);
    m_places = m_entries.size() > fewKeys ? placesOf(m_entries) : QHash<QString, qsizetype>();
    return true;
}

bool operator==(const Map &a, const Map &b)
{
    return a.m_entries == b.m_entries;
}

Value::Value(const QStringList &texts)
    : m_data(List(texts.cbegin(), texts.cend()))
{
}

QString Value::typeName() const
{
    switch (type()) {
    case Type::Null:
        return QCoreApplication::translate("Value", "nothing");
    case Type::Bool:
        return QCoreApplication::translate("Value", "a truth value");
    case Type::Integer:
        return QCoreApplication::translate("Value", "a whole number");
    case Type::Float:
        return QCoreApplication::translate("Value", "a number");
    case Type::Text:
        return QCoreApplication::translate("Value", "text");
    case Type::List:
        return QCoreApplication::translate("Value", "a list");
    case Type::Map:
        return QCoreApplication::translate("Value", "a map");
    }
    Q_UNREACHABLE_RETURN({});
}

QString Value::textOr(const QString &fallback) const
{
    const QString *text = toText();
    return text ? *text : fallback;
}

bool operator==(const Value &a, const Value &b)
{
    const double *x = a.toFloat();
    const double *y = b.toFloat();
    if (x && y && std::isnan(*x) && std::isnan(*y))
        return true;
    return a.m_data == b.m_data;
}

} // namespace waymark
