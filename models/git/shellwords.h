#pragma once

#include <QString>
#include <QStringList>

namespace waymark::git {

/// `word` as a POSIX shell reads it back: for commands that a message suggests.
[[nodiscard]] QString shellQuoted(const QString &word);

/// The words of a command in the configuration, as git splits it: at blanks; quotes hold them
/// together, and a backslash takes the next character as it is. Empty where a quote is not closed.
[[nodiscard]] QStringList shellWords(const QString &command);

} // namespace waymark::git
