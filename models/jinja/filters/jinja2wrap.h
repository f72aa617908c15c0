#pragma once

#include "models/jinja/runtime.h"

#include <QStringView>

namespace waymark::jinja {

/// How a paragraph is broken into lines: those parameters of Python's textwrap.wrap() that the
/// filter uses.
struct WrapOptions
{
    qint64 width = 79; ///< Code points; 0: less than one, which a line has all the same.
    bool isReal = false; ///< The width is a float, by which nothing can be cut.
    bool breaksLongWords = true;
    bool breaksOnHyphens = true;
};

/// textwrap.wrap(text, …) without expanding tabs or replacing blanks.
[[nodiscard]] QStringList wrapped(Runtime &runtime, QStringView text, const WrapOptions &options);

} // namespace waymark::jinja
