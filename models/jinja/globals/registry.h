#pragma once

#include "models/jinja/function.h"

namespace waymark::jinja {

/// range, cycler, joiner.
[[nodiscard]] const FunctionTable &nunjucksGlobals();
/// range, dict, cycler, joiner, lipsum, namespace.
[[nodiscard]] const FunctionTable &jinja2Globals();

/// lipsum().
[[nodiscard]] std::span<const FunctionRow> jinja2LipsumGlobals();

} // namespace waymark::jinja
