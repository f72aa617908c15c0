#pragma once

#include "models/jinja/function.h"

namespace waymark::jinja {

/// range, cycler, joiner.
[[nodiscard]] const FunctionTable &nunjucksGlobals();
/// range, dict, cycler, joiner, lipsum, namespace.
[[nodiscard]] const FunctionTable &jinja2Globals();

/// range().
[[nodiscard]] std::span<const FunctionRow> jinja2RangeGlobals();
/// cycler() and joiner(), which give something else each turn.
[[nodiscard]] std::span<const FunctionRow> jinja2TurnGlobals();
/// lipsum().
[[nodiscard]] std::span<const FunctionRow> jinja2LipsumGlobals();

} // namespace waymark::jinja
