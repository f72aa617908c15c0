#pragma once

#include <QStringView>

namespace waymark {

/// Whether the whole `name` matches `pattern` by the rules of Python's fnmatch on a POSIX system:
/// `*` and `?` stand for `/` too, `[a-z]` and `[!a-z]` for one character.
[[nodiscard]] bool fnmatches(QStringView name, QStringView pattern);

/// Whether `path`, whose names are parted by slashes, is one that `pattern` finds by the rules of
/// Python's Path.glob(): each name of the pattern is one of fnmatches(), and `**` stands for any
/// folders, at the end for all that is in them.
[[nodiscard]] bool globMatches(QStringView path, QStringView pattern);

} // namespace waymark
