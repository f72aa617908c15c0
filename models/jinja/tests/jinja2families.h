#pragma once

#include "models/jinja/function.h"

#include <span>

namespace waymark::jinja {

/// The tests of Jinja2 for what a value is; the comparisons stand apart.
[[nodiscard]] std::span<const FunctionRow> jinja2PropertyTests();

} // namespace waymark::jinja
