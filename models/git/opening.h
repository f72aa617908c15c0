#pragma once

#include "models/base/problem.h"

#include <QString>

namespace waymark::git {

/// Why libgit2, which has just failed with `code`, cannot open the repository at `path`, and the
/// command to go on: says what the repository uses that libgit2 does not know.
[[nodiscard]] std::unexpected<Error> whyNotOpened(const QString &path, int code);

/// A folder as libgit2 names it, without '/' at its end; empty for null.
[[nodiscard]] QString folderName(const char *path);

} // namespace waymark::git
