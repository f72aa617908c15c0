#pragma once

#include "models/base/problem.h"

#include <QByteArray>
#include <QList>

namespace waymark::git {

class Repository;

/// Tracked files that differ from HEAD, staged or not, sorted; only below or at one of `below`
/// (paths from the root of the work tree, taken literally), where it is not empty. Untracked files
/// are no part of it.
[[nodiscard]] Result<QList<QByteArray>> trackedChanges(const Repository &repository,
                                                       const QList<QByteArray> &below = {});

/// Which of `paths` are in the way: there is an untracked file, link or folder of that name, or an
/// untracked file or link stands where one of its folders would be (then that one is named).
/// Sorted, each once.
[[nodiscard]] Result<QList<QByteArray>> untrackedInTheWay(const Repository &repository,
                                                          const QList<QByteArray> &paths);

/// Files and links at or below `folder` (empty: everywhere) that are neither tracked nor ignored,
/// sorted.
[[nodiscard]] Result<QList<QByteArray>> untrackedBelow(const Repository &repository,
                                                       const QByteArray &folder);

/// Which of `paths` (that need not exist) git would ignore, by the .gitignore files that are there,
/// info/exclude and core.excludesFile; in their order.
[[nodiscard]] Result<QList<QByteArray>> ignored(const Repository &repository,
                                                const QList<QByteArray> &paths);

} // namespace waymark::git
