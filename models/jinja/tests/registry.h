#pragma once

#include "models/jinja/function.h"

namespace waymark::jinja {

[[nodiscard]] const FunctionTable &nunjucksTests();
/// What the Jinja manual lists under "List of Builtin Tests".
[[nodiscard]] const FunctionTable &jinja2Tests();

} // namespace waymark::jinja
