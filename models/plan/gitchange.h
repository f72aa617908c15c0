#pragma once

#include "models/base/problem.h"

#include <QByteArray>
#include <QByteArrayList>

namespace waymark {

class FileSystem;
namespace git {
class Repository;
}

/// How an apply or an undo moves a repository. Object names are 40 hex; empty: none.
struct GitChange
{
    QByteArray reference
        = {}; ///< "refs/heads/add-orders": where it points tells whether it happened.
    QByteArray before = {};
    QByteArray after = {};
    QByteArray branchBefore = {}; ///< That HEAD stands on.
    QByteArray branchAfter = {};
    QByteArray baseReference = {}; ///< Empty: no base is kept.
    QByteArray baseBefore = {};
    QByteArray baseAfter = {};
    QByteArray treeBefore = {}; ///< What the index holds; empty: there is no index file.
    QByteArray treeAfter = {};
    QByteArray logMessage = {}; ///< For the reflog.
    qint64 since = 0; ///< When it began, in seconds of the Unix epoch,
    QByteArrayList locks = {}; ///< and the lock files of git that were there then.

    /// The way back.
    [[nodiscard]] GitChange reversed() const;

    friend bool operator==(const GitChange &, const GitChange &) = default;
};

/// Whether `change` happened.
enum class GitState : quint8 {
    Before,
    After,
    Elsewhere, ///< The user went on with the branch since.
};
[[nodiscard]] Result<GitState> stateOf(const git::Repository &repository, const GitChange &change);

/// Makes `change`: base, reference, HEAD, index, or, where the reference goes, HEAD first. Where
/// one of the last three is not where the change begins, it fails with "destination.changed"; what
/// was made until then, settle() takes back.
[[nodiscard]] Result<> advance(FileSystem &fileSystem, const git::Repository &repository,
                               const GitChange &change);

/// Makes what of `change` is still to be made, for a recovery: what is made already, or was moved
/// elsewhere by others, is left alone.
[[nodiscard]] Result<> settle(FileSystem &fileSystem, const git::Repository &repository,
                              const GitChange &change);

/// The bytes that a change of `repository` takes on the disk, and then some.
[[nodiscard]] qint64 roomFor(const git::Repository &repository);

/// Removes the lock files that a failed or crashed step of `change` left in the repository.
void removeLocksOf(const git::Repository &repository, const GitChange &change);

} // namespace waymark
