#pragma once

#include "models/base/integer.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <initializer_list>
#include <variant>

namespace waymark {

/// What a Value holds; use it as Value::Type.
enum class ValueType : quint8 { Null, Bool, Integer, Float, Text, List, Map };

class Value;
using List = QList<Value>;

/// A map from text to values that keeps the order in which its keys were first set.
class Map
{
public:
    struct Entry;
    using const_iterator = QList<Entry>::const_iterator;

    Map() = default;
    Map(std::initializer_list<Entry> entries);

    [[nodiscard]] qsizetype size() const { return m_entries.size(); }
    [[nodiscard]] bool isEmpty() const { return m_entries.isEmpty(); }
    [[nodiscard]] bool contains(QStringView key) const { return find(key) != nullptr; }
    /// The value of `key`, or null. Valid until the map changes.
    [[nodiscard]] const Value *find(QStringView key) const;
    [[nodiscard]] Value *find(QStringView key);
    /// The value of `key`, or null (the value) where there is none.
    [[nodiscard]] Value value(QStringView key) const;
    [[nodiscard]] QStringList keys() const;
    /// Sets `key`; one that is there keeps its place.
    void insert(const QString &key, Value value);
    /// Whether there was something to remove.
    bool remove(QStringView key);

    [[nodiscard]] const_iterator begin() const;
    [[nodiscard]] const_iterator end() const;

    /// The same entries in the same order.
    friend bool operator==(const Map &a, const Map &b);

private:
    [[nodiscard]] qsizetype placeOf(QStringView key) const; // -1: nowhere

    QList<Entry> m_entries;
    QHash<QString, qsizetype> m_places; // of the keys, where they are more than a few
};

/// The one type of data: what answers, templates, YAML and JSON hold. An integer stays apart from a
/// float, true from 1, and a map keeps its order. Equality is by type and content; NaN equals
/// itself.
class Value
{
public:
    using Type = ValueType;

    Value() = default;
    Value(std::nullptr_t) { }
    Value(bool value)
        : m_data(value)
    {
    }
    Value(int value)
        : m_data(Integer(value))
    {
    }
    Value(qint64 value)
        : m_data(Integer(value))
    {
    }
    Value(Integer value)
        : m_data(std::move(value))
    {
    }
    Value(double value)
        : m_data(value)
    {
    }
    Value(QString value)
        : m_data(std::move(value))
    {
    }
    Value(List value)
        : m_data(std::move(value))
    {
    }
    Value(Map value)
        : m_data(std::move(value))
    {
    }
    Value(const QStringList &texts);
    Value(const char *) = delete;
    template<typename T>
    Value(T *) = delete; // a pointer is no bool

    [[nodiscard]] Type type() const { return static_cast<Type>(m_data.index()); }
    /// "nothing", "a truth value", "a whole number", "a number", "text", "a list", "a map".
    [[nodiscard]] QString typeName() const;
    [[nodiscard]] bool isNull() const { return type() == Type::Null; }
    [[nodiscard]] const bool *toBool() const { return std::get_if<bool>(&m_data); }
    [[nodiscard]] const Integer *toInteger() const { return std::get_if<Integer>(&m_data); }
    [[nodiscard]] const double *toFloat() const { return std::get_if<double>(&m_data); }
    [[nodiscard]] const QString *toText() const { return std::get_if<QString>(&m_data); }
    [[nodiscard]] const List *toList() const { return std::get_if<List>(&m_data); }
    [[nodiscard]] const Map *toMap() const { return std::get_if<Map>(&m_data); }
    [[nodiscard]] List *toList() { return std::get_if<List>(&m_data); }
    [[nodiscard]] Map *toMap() { return std::get_if<Map>(&m_data); }
    /// The text, or `fallback` for what is none.
    [[nodiscard]] QString textOr(const QString &fallback = {}) const;

    friend bool operator==(const Value &a, const Value &b);

private:
    std::variant<std::monostate, bool, Integer, double, QString, List, Map> m_data;
};

struct Map::Entry
{
    QString key;
    Value value;
    friend bool operator==(const Entry &, const Entry &) = default;
};

inline Map::const_iterator Map::begin() const
{
    return m_entries.cbegin();
}
inline Map::const_iterator Map::end() const
{
    return m_entries.cend();
}

} // namespace waymark
