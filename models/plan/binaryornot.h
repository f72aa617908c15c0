#pragma once

#include <QByteArrayView>

namespace waymark {

/// Whether Cookiecutter copies a file of these contents instead of rendering it. The rule is that
/// of the Python package `binaryornot` 0.4, which it asks, by the first 1024 bytes: shares of
/// control characters and of bytes beyond ASCII, then NUL and 0xFF, unless they are text in UTF-8
/// or behind a byte order mark. Of other encodings, which it guesses by statistics, none is taken
/// for text here: such a file could not be rendered.
[[nodiscard]] bool isBinaryOrNot(QByteArrayView contents);

} // namespace waymark
