#pragma once

#include "models/jinja/function.h"

#include <span>

namespace waymark::jinja {

[[nodiscard]] std::span<const FunctionRow> nunjucksTextFilters();
[[nodiscard]] std::span<const FunctionRow> nunjucksListFilters();
[[nodiscard]] std::span<const FunctionRow> nunjucksNumberFilters();
[[nodiscard]] std::span<const FunctionRow> nunjucksUrlFilters();

} // namespace waymark::jinja
