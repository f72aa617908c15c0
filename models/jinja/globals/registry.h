#pragma once

#include "models/jinja/function.h"

namespace waymark::jinja {

/// range, cycler, joiner.
[[nodiscard]] const FunctionTable &nunjucksGlobals();
/// range, dict, cycler, joiner, namespace. (lipsum is refused: its text is Jinja2's.)
[[nodiscard]] const FunctionTable &jinja2Globals();

} // namespace waymark::jinja
