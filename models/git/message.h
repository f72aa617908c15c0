#pragma once

#include "models/git/identity.h"

namespace waymark::git {

class Repository;

/// `message` as `git commit -m` stores it: blanks at line ends, empty lines at both ends and all
/// but one between are removed, one newline ends it; commit.cleanup is obeyed (strip also takes
/// lines with core.commentChar). May become empty.
[[nodiscard]] Result<QByteArray> cleanedMessage(const Repository &repository,
                                                const QByteArray &message);

/// `message` with "Signed-off-by: NAME <EMAIL>" of `committer` as git commit --signoff adds it:
/// below a trailer block that is there, else behind an empty line; not twice in a row.
[[nodiscard]] QByteArray signedOff(const QByteArray &message, const Person &committer);

} // namespace waymark::git
