#pragma once

#include "models/jinja/runtime.h"

#include <QStringView>

namespace waymark::jinja {

/// format(value, spec): Python's "Format Specification Mini-Language".
[[nodiscard]] QString pythonFormatted(Runtime &runtime, const Value &value, QStringView spec);

/// `text` filled up to `width` code points: `align` is <, > or ^ (which leaves the odd one at the
/// right).
[[nodiscard]] QString pythonAligned(Runtime &runtime, const QString &text, qint64 width,
                                    char32_t align, char32_t fill = U' ');

/// How a message shows a character of a format that it does not know: itself, or "\x1".
[[nodiscard]] QString shownCharacter(char32_t c);

} // namespace waymark::jinja
