#pragma once

#include <QStringView>

namespace waymark {

/// Whether the whole `name` matches `pattern` by the rules of Python's fnmatch on a POSIX system:
/// `*` and `?` stand for `/` too, `[a-z]` and `[!a-z]` for one character.
[[nodiscard]] bool fnmatches(QStringView name, QStringView pattern);

} // namespace waymark
