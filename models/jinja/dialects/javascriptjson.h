#pragma once

#include "models/jinja/runtime.h"

#include <QString>

#include <optional>

namespace waymark::jinja::javascript {

/// JSON.stringify(value, null, spaces), or nothing where that gives undefined. What holds itself is
/// refused.
[[nodiscard]] std::optional<QString> stringified(Runtime &runtime, const Value &value,
                                                 const Value &spaces);

} // namespace waymark::jinja::javascript
