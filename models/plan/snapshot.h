#pragma once

#include "models/base/filemode.h"
#include "models/base/problem.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QMap>

#include <optional>

namespace waymark {

/// The destinations that a new service can go to.
enum class DestinationKind : quint8 {
    Absent, ///< Nothing is there; folders above it may be missing too.
    Empty, ///< A folder without entries.
    UnbornRepository, ///< A folder with nothing but a .git that has no commit yet.
    FreshClone, ///< The root of a repository with a commit.
    RepositoryFolder, ///< An absent or empty folder below the root of a repository.
};

/// Which file or folder something is, to notice that another took its place.
struct FileIdentity
{
    quint64 device = 0;
    quint64 inode = 0;

    friend bool operator==(const FileIdentity &, const FileIdentity &) = default;
};

/// What stands at one path of a destination.
struct SnapshotEntry
{
    enum class Type : quint8 { Absent, File, Link, Folder, Other };
    /// Contents above this are known by their hash only.
    static constexpr qint64 maximumContent = qint64(64) << 20;

    Type type = Type::Absent;
    std::optional<FileMode> mode = {}; ///< Of a file or link.
    QByteArray hash = {}; ///< SHA-256 of the content in hex; of a link, of where it points.
    QByteArray content = {};
    /// Why no file can be made here: a file, link or folder in the way, or a name beside it that
    /// differs in letter case or Unicode form only ("destination.obstacle").
    std::optional<Problem> obstacle = {};

    friend bool operator==(const SnapshotEntry &, const SnapshotEntry &) = default;
};

/// The repository that a destination is in.
struct DestinationRepository
{
    QString root = {}; ///< Of its work tree; absolute.
    QString gitFolder = {}; ///< $GIT_DIR, absolute; of a linked work tree, its own.
    QByteArray prefix
        = {}; ///< The destination below the root: "services/orders", empty for the root.
    QString branch = {}; ///< The checked out one ("main"), unborn or not; empty: a detached HEAD.
    QByteArray head = {}; ///< The commit of HEAD, 40 hex; empty: unborn.

    friend bool operator==(const DestinationRepository &, const DestinationRepository &) = default;
};

/// What is known of a destination, read once and without writing. A plan is made from it, and an
/// apply refuses what is no longer as it says.
struct DestinationSnapshot
{
    DestinationKind kind = DestinationKind::Absent;
    QString path = {}; ///< Absolute, without links as far as it exists.
    QString existing = {}; ///< `path`, or the nearest folder above it that exists,
    FileIdentity identity = {}; ///< and which folder that is.
    std::optional<DestinationRepository> repository = {};
    QByteArrayList branches = {}; ///< Of that repository, each with a commit.
    QStringList remotes = {}; ///< Names of those of that repository, sorted.
    QString defaultBranch = {}; ///< That a repository made there would have; empty in one.
    /// Why that is not the one of the settings; see git::Repository::doubtfulDefaultBranch().
    std::optional<Problem> doubtfulBranch = {};
    /// Why git may not know whom a commit would be by; see git::doubtfulIdentity().
    std::optional<Problem> unknownAuthor = {};
    QMap<QByteArray, SnapshotEntry> entries
        = {}; ///< By path below the destination; see observed().
    /// Files below the destination whose names its repository ignores, where that is around it; see
    /// observed().
    QByteArrayList ignored = {};
    /// Files that a commit would refuse for how git would store them ("git.filter"), by path below
    /// the destination; see withUnstorable().
    QMap<QByteArray, Problem> unstorable = {};

    /// What stands at `file`, which must have been observed.
    [[nodiscard]] SnapshotEntry entry(const QByteArray &file) const { return entries.value(file); }

    friend bool operator==(const DestinationSnapshot &, const DestinationSnapshot &) = default;
};

/// What is to be known of git's settings: whoever makes no commit needs none, and starting the
/// library takes longer than a small service.
enum class CommitSettings : quint8 { Read, Unread };

/// What `destination` (absolute, or relative to the current folder) is. One where no new service
/// can go is an error with the way out ("destination.not-empty", "destination.file",
/// "destination.link", "destination.git", "destination.unwritable", "destination.dirty",
/// "destination.unborn", "destination.ignored", "destination.interrupted", or what models/git
/// refuses: a merge under way, a sparse checkout, a foreign owner, …). `stateFolder` is the
/// writer's, where it is known: journals of destinations without git are looked for there. Of a
/// place outside of a repository, the members about a commit stay empty where `settings` are
/// unread.
[[nodiscard]] Result<DestinationSnapshot> inspectDestination(const QString &destination,
                                                             const QString &stateFolder = {},
                                                             CommitSettings settings
                                                             = CommitSettings::Read);

/// `snapshot` with what stands at `paths` (allowed by checkPath()), without following a link: below
/// a link or a file, nothing does. Reading is all it does.
[[nodiscard]] Result<DestinationSnapshot> observed(DestinationSnapshot snapshot,
                                                   const QByteArrayList &paths);

/// How the destination differs from `snapshot` by now, a problem for each file
/// ("destination.changed").
[[nodiscard]] Result<QList<Problem>> changesSince(const DestinationSnapshot &snapshot);

} // namespace waymark
