#pragma once

#include "models/base/problem.h"
#include "models/git/objectid.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace waymark::git {

class Repository;

/// Writes the repository's index anew, so that it holds exactly `tree`. What it held already keeps
/// its stat data; for all other entries they are taken from the files of the work tree, which the
/// caller has put there. So `git status` is clean at once, without reading a file again. An entry
/// whose file is missing gets none, and shows as deleted.
[[nodiscard]] Result<> matchIndex(const Repository &repository, const ObjectId &tree);

/// Writes the index file `file` (absolute) that holds `tree`, with the stat data of the files below
/// `workTree` (absolute; those of `tree` that are not there get none). For hooks that see a commit
/// before it is made.
[[nodiscard]] Result<> writeIndexFile(const Repository &repository, const ObjectId &tree,
                                      const QString &file, const QString &workTree);

/// Writes the tree that the index file `file` holds, in which no conflict may be.
[[nodiscard]] Result<ObjectId> treeOfIndexFile(const Repository &repository, const QString &file);

/// The tree of what is staged in the repository's own index. Writes that tree's objects.
[[nodiscard]] Result<ObjectId> treeOfIndex(const Repository &repository);

/// Every path of the repository's index, sorted.
[[nodiscard]] Result<QList<QByteArray>> indexedPaths(const Repository &repository);

} // namespace waymark::git
