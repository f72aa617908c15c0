#pragma once

#include "models/yaml/adaptedcontainer.h"

#include <valijson/internal/basic_adapter.hpp>
#include <valijson/internal/optional.hpp>

#include <cmath>

namespace waymark {

using AdaptedMember = std::pair<std::string, ValueAdapter>;
using AdaptedArray = AdaptedContainer<List, ValueAdapter>;
using AdaptedObject = AdaptedContainer<Map, AdaptedMember>;

/// What valijson asks of a value, by JSON Schema's types: 1.0 is an integer too (draft 6 and
/// later).
class AdaptedValue
{
public:
    AdaptedValue() = default;
    explicit AdaptedValue(const Value *value)
        : m_value(value)
    {
    }

    [[nodiscard]] valijson::adapters::FrozenValue *freeze() const; // valijson deletes it
    [[nodiscard]] opt::optional<AdaptedArray> getArrayOptional() const
    {
        return isArray() ? opt::make_optional(AdaptedArray(m_value->toList())) : opt::nullopt;
    }
    [[nodiscard]] opt::optional<AdaptedObject> getObjectOptional() const
    {
        return isObject() ? opt::make_optional(AdaptedObject(m_value->toMap())) : opt::nullopt;
    }
    bool getArraySize(size_t &result) const
    {
        result = isArray() ? static_cast<size_t>(m_value->toList()->size()) : 0;
        return isArray();
    }
    bool getObjectSize(size_t &result) const
    {
        result = isObject() ? static_cast<size_t>(m_value->toMap()->size()) : 0;
        return isObject();
    }
    bool getBool(bool &result) const
    {
        result = isBool() && *m_value->toBool();
        return isBool();
    }
    bool getDouble(double &result) const
    {
        if (const Integer *integer = m_value->toInteger())
            result = integer->toDouble();
        else if (const double *number = m_value->toFloat())
            result = *number;
        return isNumber();
    }
    bool getInteger(int64_t &result) const
    {
        const std::optional<qint64> small = isWholeFloat() ? qint64(*m_value->toFloat())
            : m_value->toInteger()                         ? m_value->toInteger()->toInt64()
                                                           : std::nullopt;
        result = small.value_or(0);
        return small.has_value();
    }
    bool getString(std::string &result) const
    {
        result = m_value->textOr().toStdString();
        return isString();
    }

    [[nodiscard]] static bool hasStrictTypes() { return true; }
    [[nodiscard]] bool isArray() const { return m_value->toList(); }
    [[nodiscard]] bool isBool() const { return m_value->toBool(); }
    [[nodiscard]] bool isDouble() const { return m_value->toFloat() || isLarge(); }
    [[nodiscard]] bool isInteger() const { return m_value->toInteger() || isWholeFloat(); }
    [[nodiscard]] bool isNull() const { return m_value->isNull(); }
    [[nodiscard]] bool isNumber() const { return m_value->toInteger() || m_value->toFloat(); }
    [[nodiscard]] bool isObject() const { return m_value->toMap(); }
    [[nodiscard]] bool isString() const { return m_value->toText(); }

private:
    [[nodiscard]] bool isLarge() const
    {
        return m_value->toInteger() && !m_value->toInteger()->toInt64();
    }
    [[nodiscard]] bool isWholeFloat() const
    {
        const double *number = m_value->toFloat();
        return number && std::abs(*number) < 9e15 && std::trunc(*number) == *number;
    }
    static const Value &null()
    {
        static const Value value;
        return value;
    }
    const Value *m_value = &null();
};

class ValueAdapter
    : public valijson::adapters::BasicAdapter<ValueAdapter, AdaptedArray, AdaptedMember,
                                              AdaptedObject, AdaptedValue>
{
public:
    ValueAdapter() = default;
    explicit ValueAdapter(const Value &value)
        : BasicAdapter(AdaptedValue(&value))
    {
    }
};

inline ValueAdapter adapted(const Value &value)
{
    return ValueAdapter(value);
}
inline std::pair<std::string, ValueAdapter> adapted(const Map::Entry &entry)
{
    return {entry.key.toStdString(), ValueAdapter(entry.value)};
}

} // namespace waymark

template<>
struct valijson::adapters::AdapterTraits<waymark::ValueAdapter>
{
    using DocumentType = waymark::Value;
    static std::string adapterName() { return "waymark::ValueAdapter"; }
};
