#pragma once

#include "models/yaml/valueadapter.h"

#include <valijson/internal/frozen_value.hpp>

namespace waymark {

/// A value of a schema that valijson keeps to compare with.
class FrozenValue : public valijson::adapters::FrozenValue
{
public:
    explicit FrozenValue(Value value)
        : m_value(std::move(value))
    {
    }
    [[nodiscard]] valijson::adapters::FrozenValue *clone() const override
    {
        return new FrozenValue(m_value);
    }
    [[nodiscard]] bool equalTo(const valijson::adapters::Adapter &other, bool strict) const override
    {
        return ValueAdapter(m_value).equalTo(other, strict);
    }

private:
    Value m_value;
};

inline valijson::adapters::FrozenValue *AdaptedValue::freeze() const
{
    return new FrozenValue(*m_value);
}
} // namespace waymark
