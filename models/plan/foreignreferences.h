#pragma once

#include "models/base/problem.h"

#include <QByteArrayList>

namespace waymark {

/// The references in the git folder `gitFolder` other than `known`, in full and sorted: what would
/// be lost with the repository. HEAD is none.
[[nodiscard]] Result<QByteArrayList> foreignReferences(const QString &gitFolder,
                                                       const QByteArrayList &known);

/// What else in the git folder `gitFolder` is somebody's own work, though no reference of it says
/// so: commits that only HEAD's log knows (it has more than the one line of the first commit),
/// linked work trees, submodules, hooks, and sections of the configuration that a repository is not
/// made with.
[[nodiscard]] Result<QByteArrayList> foreignWork(const QString &gitFolder);

} // namespace waymark
