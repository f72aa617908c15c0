#pragma once

#include "models/jinja/taggedvalue.h"

#include <utility>

namespace waymark {

/// What a step's `each` goes through: the keys and values that JavaScript's `Object.entries` gives
/// of `value`. A list's keys count from 0, a text has its UTF-16 units, and JSON keeps no entry
/// without a value.
[[nodiscard]] QList<std::pair<jinja::TaggedValue, jinja::TaggedValue>> entriesOf(
    const jinja::TaggedValue &value);

} // namespace waymark
