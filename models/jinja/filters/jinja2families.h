#pragma once

#include "models/jinja/function.h"

#include <span>

namespace waymark::jinja {

// The built-in filters of Jinja2, by family. The names in their signatures are those of
// jinja2/filters.py, since its errors show them.

[[nodiscard]] std::span<const FunctionRow> jinja2CaseFilters();
[[nodiscard]] std::span<const FunctionRow> jinja2LayoutFilters();
[[nodiscard]] std::span<const FunctionRow> jinja2MarkupFilters();
[[nodiscard]] std::span<const FunctionRow> jinja2LinkFilters();
[[nodiscard]] std::span<const FunctionRow> jinja2NumberFilters();
[[nodiscard]] std::span<const FunctionRow> jinja2SequenceFilters();
[[nodiscard]] std::span<const FunctionRow> jinja2ColumnFilters();
[[nodiscard]] std::span<const FunctionRow> jinja2OrderFilters();
[[nodiscard]] std::span<const FunctionRow> jinja2SelectionFilters();
[[nodiscard]] std::span<const FunctionRow> jinja2DataFilters();
[[nodiscard]] std::span<const FunctionRow> jinja2JsonFilters();
[[nodiscard]] std::span<const FunctionRow> jinja2PrettyFilters();

} // namespace waymark::jinja
