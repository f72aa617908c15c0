#pragma once

#include "models/base/problem.h"
#include "models/git/objectid.h"

#include <QList>

#include <optional>

namespace waymark::git {

class Repository;
struct Person;

/// The name of the reference that keeps what was rendered for the service at `servicePath` (from
/// the root of the work tree; empty: the root itself): "refs/waymark/base/" and the SHA-1 of that
/// path.
[[nodiscard]] QByteArray baseReference(QByteArrayView servicePath);

/// Whether "refs/heads/`branch`" is a name git accepts (and git branch does, which refuses "-x" and
/// "HEAD").
[[nodiscard]] bool isBranchName(QByteArrayView branch);

/// What the reference `name` ("refs/heads/main", "HEAD") points at in the end; nothing where there
/// is none.
[[nodiscard]] Result<std::optional<ObjectId>> readReference(const Repository &repository,
                                                            const QByteArray &name);

/// One step of a reference, taken only if it still is where it was seen.
struct ReferenceUpdate
{
    QByteArray name = {}; ///< In full: "refs/heads/add-orders", or "HEAD" when that is detached.
    std::optional<ObjectId> from = {}; ///< What it must point at now; nothing: it must not exist.
    ObjectId to = {};
    QByteArray message = {}; ///< For the reflog: "waymark: create orders".
};

/// Fails with the code "git.reference-moved" if `update.from` is not what the reference holds, and
/// then changes nothing. Where HEAD stands on it, HEAD's log gets the line too. `who` signs the
/// reflog.
[[nodiscard]] Result<> updateReference(const Repository &repository, const ReferenceUpdate &update,
                                       const Person &who);

/// Removes the reference `name` if it still points at `expected`; its reflog goes too. Fails with
/// "git.reference-moved" otherwise, and with "git.branch-in-use" for a branch that a HEAD stands
/// on.
[[nodiscard]] Result<> deleteReference(const Repository &repository, const QByteArray &name,
                                       const ObjectId &expected);

/// Puts HEAD on branch `branch` (which may be unborn), if it still stands on `from` (a branch's
/// name; a commit's 40 digits for a detached one). Files and index stay as they are. Fails with
/// "git.reference-moved" otherwise.
[[nodiscard]] Result<> switchHead(const Repository &repository, const QByteArray &from,
                                  const QByteArray &branch, const Person &who,
                                  const QByteArray &message);

/// Takes the branch that HEAD stands on back to having no commit, if it still points at `expected`:
/// what the undo of a first commit needs.
[[nodiscard]] Result<> unbearBranch(const Repository &repository, const ObjectId &expected);

/// Every branch and tag that points at `commit` (through annotated tags), in full and sorted.
[[nodiscard]] Result<QList<QByteArray>> referencesTo(const Repository &repository,
                                                     const ObjectId &commit);

/// Every remote-tracking branch that holds `commit`, without "refs/remotes/"; sorted: who fetches
/// from there has it.
[[nodiscard]] Result<QList<QByteArray>> remoteBranchesWith(const Repository &repository,
                                                           const ObjectId &commit);

/// Every branch that has a commit, without "refs/heads/"; sorted.
[[nodiscard]] Result<QList<QByteArray>> branchNames(const Repository &repository);

} // namespace waymark::git
