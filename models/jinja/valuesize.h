#pragma once

#include "models/jinja/value.h"

namespace waymark::jinja {

/// Items of a list or entries of a map; 0 for anything else.
[[nodiscard]] quint64 itemsHeld(const Value &value);

/// About how many bytes `count` more items of `value`, a list or map, take in it.
[[nodiscard]] quint64 roomFor(const Value &value, quint64 count);

/// Whether making it took more than a Value.
[[nodiscard]] inline bool hasSize(const Value &value)
{
    return value.type() >= Value::Type::Text;
}

/// About how many bytes were taken to make `value` by something that made `mostItems` items at
/// most. A text that something else holds as well took none.
[[nodiscard]] quint64 sizeMade(const Value &value, quint64 mostItems);

} // namespace waymark::jinja
