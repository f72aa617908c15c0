#pragma once

#include "models/jinja/function.h"

#include <span>

namespace waymark::jinja {

/// The tests of Jinja2 for what a value is, but for its type; the comparisons stand apart.
[[nodiscard]] std::span<const FunctionRow> jinja2PropertyTests();
/// Those for the type of a value, and what it can do.
[[nodiscard]] std::span<const FunctionRow> jinja2TypeTests();

} // namespace waymark::jinja
