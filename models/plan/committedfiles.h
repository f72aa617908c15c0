#pragma once

#include "models/git/repository.h"
#include "models/git/tree.h"

#include <QHash>

namespace waymark {

/// What a commit holds, by path.
using CommittedFiles = QHash<QByteArray, git::TreeEntry>;

/// The tree of HEAD; the empty one where there is no commit.
[[nodiscard]] Result<git::ObjectId> headTree(const git::Repository &repository);

[[nodiscard]] Result<CommittedFiles> committedFiles(const git::Repository &repository,
                                                    const git::ObjectId &tree);

} // namespace waymark
