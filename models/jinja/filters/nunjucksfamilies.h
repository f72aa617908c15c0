#pragma once

#include "models/jinja/function.h"

#include <span>

namespace waymark::jinja {

[[nodiscard]] std::span<const FunctionRow> nunjucksCaseFilters();
[[nodiscard]] std::span<const FunctionRow> nunjucksGroupFilters();
[[nodiscard]] std::span<const FunctionRow> nunjucksLayoutFilters();
[[nodiscard]] std::span<const FunctionRow> nunjucksListFilters();
[[nodiscard]] std::span<const FunctionRow> nunjucksNumberFilters();
[[nodiscard]] std::span<const FunctionRow> nunjucksOrderFilters();
[[nodiscard]] std::span<const FunctionRow> nunjucksReplaceFilters();
[[nodiscard]] std::span<const FunctionRow> nunjucksSelectionFilters();
[[nodiscard]] std::span<const FunctionRow> nunjucksStripFilters();
[[nodiscard]] std::span<const FunctionRow> nunjucksTextFilters();
[[nodiscard]] std::span<const FunctionRow> nunjucksUrlFilters();

} // namespace waymark::jinja
