#pragma once

#include "models/plan/gitchange.h"
#include "models/plan/snapshot.h"

#include <QByteArrayList>

namespace waymark {

class FileSystem;
class Folder;

/// A file as an apply leaves it: never its content, which may hold a secret.
struct StoredFile
{
    QByteArray path = {};
    FileMode mode = FileMode::Regular;
    QByteArray hash = {}; ///< As SnapshotEntry::hash.
    QByteArray blob = {}; ///< Git's name of the content, 40 hex, where git keeps it; else empty.

    friend bool operator==(const StoredFile &, const StoredFile &) = default;
};

/// What is being done to a destination, written before it is begun; when it is done, the journal of
/// an apply becomes the note that undo() reads.
struct Journal
{
    enum class Action : quint8 { Apply, Undo };
    /// What tells whether it happened.
    enum class Truth : quint8 {
        Note, ///< That the note is there.
        Repository, ///< That the .git which it brings is there.
        Reference, ///< Where a reference points.
    };

    Action action = Action::Apply;
    Truth truth = Truth::Note;
    DestinationKind kind = DestinationKind::Empty;
    QString destination = {};
    QString root
        = {}; ///< What the paths below count from: the destination, or the repository's root,
    FileIdentity identity
        = {}; ///< and which folder that is; of an absent destination, the made one.
    QByteArray prefix = {}; ///< Of the destination below `root`.
    QString staging = {}; ///< The folder that holds "new" and "old"; empty in a note.
    QByteArrayList arrivals
        = {}; ///< What moves in, in this order: a file, or a folder with all below it.
    QByteArrayList departures = {}; ///< What moves out before.
    QList<StoredFile> files = {}; ///< That arrive,
    QByteArrayList folders = {}; ///< with all folders that are made.
    QList<StoredFile> departed = {}; ///< The files of `departures`.
    QByteArrayList departedFolders = {};
    std::optional<FileIdentity> repository = {}; ///< The .git that arrives or departs.
    QString madeBelow = {}; ///< Of an absent destination: the folder that was there,
    FileIdentity madeBelowIdentity = {}; ///< and which one.
    QByteArray configuration
        = {}; ///< Of that .git: the hash of its "config" as an apply left it; empty: not known.
    std::optional<GitChange> git = {};
    bool holdsSecret = false; ///< As WriteRequest::holdsSecret.

    /// Whether the commit is made that `git` moves to, or back from.
    [[nodiscard]] bool hasCommit() const
    {
        return git && (action == Action::Undo || !git->after.isEmpty());
    }

    friend bool operator==(const Journal &, const Journal &) = default;
};

[[nodiscard]] QByteArray toJson(const Journal &journal);
[[nodiscard]] Result<Journal> parseJournal(const QByteArray &json, const QString &file);

inline constexpr auto journalName = "journal.json";
inline constexpr auto noteName = "undo.json";

/// The journal or note `name` in `folder`; none where there is none.
[[nodiscard]] Result<std::optional<Journal>> readJournal(const Folder &folder,
                                                         const QByteArray &name);

/// Corrects the places in `journal` where its folder was moved to `root` since; one that was copied
/// stays another.
void follow(Journal &journal, const QString &root);

/// Where journal and note of a destination without git at `path` are.
[[nodiscard]] QString stateHome(const QString &stateFolder, const QString &path);
/// Makes the folders around all of these.
[[nodiscard]] Result<> makeStateFolders(FileSystem &fileSystem, const QString &stateFolder);
/// Where those of the repository with the git folder `gitFolder` are.
[[nodiscard]] QString repositoryHome(const QString &gitFolder);

/// Whether a run was interrupted whose journal is in the folder `home`; an error where that cannot
/// be read, since nothing can put it right then.
[[nodiscard]] Result<bool> hasUnfinishedJournal(const QString &home);

} // namespace waymark
