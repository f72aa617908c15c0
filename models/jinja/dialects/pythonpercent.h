#pragma once

#include "models/jinja/runtime.h"

namespace waymark::jinja {

/// `format % arguments` of a text, Python's "printf-style String Formatting". Where `format` is
/// markup, what is put in is escaped.
[[nodiscard]] Value percentFormatted(Runtime &runtime, const Value &format, const Value &arguments);

} // namespace waymark::jinja
