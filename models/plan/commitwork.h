#pragma once

#include "models/git/commit.h"
#include "models/git/repository.h"
#include "models/git/tree.h"
#include "models/plan/diskwork.h"
#include "models/plan/gitchange.h"
#include "models/plan/writer.h"

namespace waymark {

/// The files that `request` leaves, from the root of the repository on.
[[nodiscard]] QList<git::File> filesOf(const WriteRequest &request, const QByteArray &prefix);

/// What git is to be moved to by an apply; `after` stays empty until the commit is made. A branch
/// that is there already, a name that is none and a detached HEAD are refused.
[[nodiscard]] Result<GitChange> plannedChange(const git::Repository &repository,
                                              const WriteRequest &request,
                                              const QByteArray &prefix);

/// Writes the objects of the commit's tree, and of the base, into `change`.
[[nodiscard]] Result<> writeTrees(FileSystem &fileSystem, const git::Repository &repository,
                                  const WriteRequest &request, const QByteArray &prefix,
                                  GitChange &change);

/// Makes the commit of `change` by `who`, which gets its name. Hooks see the files in their work
/// tree.
[[nodiscard]] Result<git::CommitMade> makeCommit(FileSystem &fileSystem,
                                                 const git::Repository &repository,
                                                 const WriteRequest &request,
                                                 const git::HookEnvironment &hooks,
                                                 const git::Identity &who, GitChange &change);

/// Refuses the commit of `change` where a hook made something else of it: what was shown is what is
/// applied ("write.hook-changed").
[[nodiscard]] Result<> refuseHookChanges(const git::CommitMade &made, const GitChange &change);

/// What hooks of a commit of `request` in `workTree` see, with the index in the folder `staging`.
[[nodiscard]] git::HookEnvironment hooksOf(const WriteRequest &request, const QByteArray &prefix,
                                           const QString &workTree, const QString &staging);

/// Whether the user has hooks that a commit runs before it is there.
[[nodiscard]] bool hasCommitHooks(const git::Repository &repository,
                                  const git::HookEnvironment &hooks);

/// What is told of `made`; the post-commit hook runs first.
[[nodiscard]] Applied finishedCommit(const git::Repository &repository, const WriteRequest &request,
                                     const git::CommitMade &made, const GitChange &change);

} // namespace waymark
