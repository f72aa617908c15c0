#pragma once

#include <QByteArrayView>

namespace waymark {

/// Whether Backstage copies a file of these contents instead of rendering it. The rule is that of
/// the npm package `isbinaryfile` 5, which Backstage asks: a NUL or more than a tenth of odd bytes
/// in the first 512, text in UTF-8 or behind a byte order mark apart.
[[nodiscard]] bool isBinary(QByteArrayView contents);

} // namespace waymark
