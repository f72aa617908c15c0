#pragma once

#include "models/plan/commitwork.h"
#include "models/plan/journal.h"

namespace waymark {

/// A repository that an apply makes, with its first commit.
struct FreshRepository
{
    git::CommitMade made = {};
    GitChange change = {};
    QByteArray configuration = {}; ///< The hash of its "config".
};

/// Makes a repository in `folder`, where the files of `request` are already, and commits them; all
/// that can be refused is refused before the commit. `staging` takes the index for hooks.
[[nodiscard]] Result<FreshRepository> makeRepository(FileSystem &fileSystem, const Folder &folder,
                                                     const WriteRequest &request,
                                                     const Folder &staging);

/// Puts `note` where undo() finds it in the repository that has `folder` as its work tree.
[[nodiscard]] Result<> writeNote(FileSystem &fileSystem, const Folder &folder, const Journal &note);

/// Writes the files and folders of `request` below `folder`, at `prefix`.
[[nodiscard]] Result<> writeFiles(FileSystem &fileSystem, const Folder &folder,
                                  const WriteRequest &request, const QByteArray &prefix);

/// The files that `request` leaves, by their hashes, at `prefix`.
[[nodiscard]] QList<StoredFile> storedFiles(const WriteRequest &request, const QByteArray &prefix);

} // namespace waymark
