#pragma once

#include "models/catalog/schema.h"

namespace waymark {

/// Whether `value` is valid against all of `schema`, by draft 7.
[[nodiscard]] bool accepts(const Schema &schema, const Value &value);

} // namespace waymark
