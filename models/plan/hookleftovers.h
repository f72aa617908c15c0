#pragma once

#include "models/plan/commitwork.h"
#include "models/plan/journal.h"

namespace waymark {

/// What is at `unit` in `root` beside `files` and `folders`, by path: files, and folders as a
/// whole. Behind a commit, that is what its hooks left, or what somebody made while they ran.
[[nodiscard]] Result<QByteArrayList> leftByHooks(const Folder &root, const QByteArray &unit,
                                                 const QList<StoredFile> &files,
                                                 const QByteArrayList &folders);

/// Refuses the commit `made` where there are `paths` of leftByHooks(): what was shown is what is
/// applied
/// ("write.hook-changed").
[[nodiscard]] Result<> refuseLeftByHooks(const QByteArrayList &paths, const git::CommitMade &made);

} // namespace waymark
