#pragma once

#include "models/jinja/runtime.h"

#include <QByteArray>

namespace waymark::jinja {

/// `format % arguments` of a text, Python's "printf-style String Formatting". Where `format` is
/// markup, what is put in is escaped.
[[nodiscard]] Value percentFormatted(Runtime &runtime, const Value &format, const Value &arguments);
/// The same of bytes.
[[nodiscard]] Value percentFormattedBytes(Runtime &runtime, const QByteArray &format,
                                          const Value &arguments);

} // namespace waymark::jinja
