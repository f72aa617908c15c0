#pragma once

#include "models/base/problem.h"

#include <QByteArray>
#include <QList>

#include <optional>

struct git_index;

namespace waymark::git {

class Repository;

/// "git -C FOLDER" for the commands that a message suggests.
[[nodiscard]] QString gitIn(const Repository &repository);

/// That the user is in the middle of a merge, a rebase or the like, with how to end it
/// ("git.operation").
[[nodiscard]] std::optional<Problem> operationUnderway(const Repository &repository);

/// What the entries of `index` forbid to do at `paths`: conflicts, submodules, and files that git
/// was told not to look at.
[[nodiscard]] QList<Problem> indexRefusals(const Repository &repository, git_index *index,
                                           const QList<QByteArray> &paths);

} // namespace waymark::git
