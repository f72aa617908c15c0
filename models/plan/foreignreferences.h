#pragma once

#include "models/base/problem.h"

#include <QByteArrayList>

namespace waymark {

/// The references in the git folder `gitFolder` other than `known`, in full and sorted: what would
/// be lost with the repository. HEAD is none.
[[nodiscard]] Result<QByteArrayList> foreignReferences(const QString &gitFolder,
                                                       const QByteArrayList &known);

/// What else in the git folder `gitFolder` is somebody's own work, though no reference of it says
/// so: commits that only HEAD's log knows (it names another than that of its first line), linked
/// work trees, submodules, hooks, all else that git does not make by itself, and a configuration
/// that is not the one with `configurationHash` (SHA-256 in hex; empty, where that is not known:
/// one with sections that a repository is not made with).
[[nodiscard]] Result<QByteArrayList> foreignWork(const QString &gitFolder,
                                                 const QByteArray &configurationHash = {});

} // namespace waymark
