#pragma once

#include "models/plan/commitwork.h"
#include "models/plan/journal.h"

namespace waymark {

/// What is at `unit` in `root` beside `files` and `folders`, by path: files, and folders as a
/// whole. Behind a commit, that is what its hooks left.
[[nodiscard]] Result<QByteArrayList> leftByHooks(const Folder &root, const QByteArray &unit,
                                                 const QList<StoredFile> &files,
                                                 const QByteArrayList &folders);

/// Refuses the commit `made`, whose hooks left `paths`: what was shown is what is applied
/// ("write.hook-changed").
[[nodiscard]] Result<> refuseLeftByHooks(const QByteArrayList &paths, const git::CommitMade &made);

/// Adds what is at `path` in `root` to what arrived by `journal`: it may go when that is taken
/// back.
void addArrived(Journal &journal, const Folder &root, const QByteArray &path);

} // namespace waymark
