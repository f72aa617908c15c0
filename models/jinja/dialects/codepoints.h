#pragma once

#include <QString>
#include <QStringView>

namespace waymark::jinja {

// Python counts code points where QString counts UTF-16 units. These are as quick as QString's own
// for texts without characters beyond U+FFFF.

[[nodiscard]] qsizetype codePointCount(QStringView text);
/// The unit at which code point `index` (not negative) starts; the size of `text` behind its end.
[[nodiscard]] qsizetype unitOf(QStringView text, qsizetype index);
/// `count` code points from `index` on (as far as there are any).
[[nodiscard]] QString codePoints(QStringView text, qsizetype index, qsizetype count);
/// Python's order of texts.
[[nodiscard]] int compareCodePoints(QStringView a, QStringView b);

/// An ASCII text whose letters from `first` on, 26 of them, are moved by `distance`; null where
/// there is more in it, or nothing.
[[nodiscard]] QString movedAscii(QStringView text, char16_t first, int distance);

} // namespace waymark::jinja
