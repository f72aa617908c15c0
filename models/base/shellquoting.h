#pragma once

#include <QString>

namespace waymark {

/// `text` in single quotes: one word for every POSIX shell, whatever is in it.
[[nodiscard]] QString singleQuoted(QString text);

/// Python's shlex.quote(): as it is where no shell takes more than itself for any of it.
[[nodiscard]] QString shlexQuoted(const QString &text);

} // namespace waymark
