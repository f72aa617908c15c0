#pragma once

#include "models/git/hooks.h"
#include "models/git/identity.h"
#include "models/git/objectid.h"

#include <QByteArray>
#include <QList>

namespace waymark::git {

class Repository;

/// The tree of commit `id`.
[[nodiscard]] Result<ObjectId> treeOf(const Repository &repository, const ObjectId &id);

/// Whether `ancestor` is among the commits that lead to commit `id`, or is that one itself.
[[nodiscard]] Result<bool> leadsTo(const Repository &repository, const ObjectId &ancestor,
                                   const ObjectId &id);

struct CommitRequest
{
    ObjectId tree = {};
    QList<ObjectId> parents = {};
    QByteArray message = {}; ///< UTF-8; cleaned as git commit -m does.
    Identity identity = {};
    bool signOff = false;
    /// What hooks see; its index must hold `tree` (see writeIndexFile() and matchIndex()) and its
    /// work tree the files, when there is a pre-commit hook. The author is taken from `identity`.
    HookEnvironment hooks = {};
};

struct CommitMade
{
    ObjectId id = {};
    /// The tree that was committed; another one than asked for where a pre-commit hook staged
    /// something.
    ObjectId tree = {};
    QByteArray message = {}; ///< As committed, after hooks and cleaning.
    QList<QByteArray> filesChangedByHook
        = {}; ///< Of hooks.planned, those whose content a hook changed on the disk.
    Person author = {};
    QByteArray output = {}; ///< What the hooks printed.
    QList<Problem> notes = {}; ///< Of hooks that were not run.
};

/// Writes a commit object as `git commit -m` makes it: pre-commit, prepare-commit-msg and
/// commit-msg run, the message is cleaned, signed off, and the whole signed as configured. No
/// reference moves: until updateReference(), nobody sees it. Refusals: "git.hook-refused" (the
/// output is the message's excerpt, word for word), "git.empty-message", and those of sign(); and
/// "process.cancelled" where `stop` ended a hook or the signing.
[[nodiscard]] Result<CommitMade> createCommit(const Repository &repository,
                                              const CommitRequest &request,
                                              const std::stop_token &stop);

/// Runs the post-commit hook, after the reference moved. As git does, its exit code is not judged.
[[nodiscard]] Result<HookRun> runPostCommit(const Repository &repository,
                                            const HookEnvironment &environment,
                                            const std::stop_token &stop);

} // namespace waymark::git
