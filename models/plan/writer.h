#pragma once

#include "models/plan/change.h"
#include "models/plan/snapshot.h"

#include <QByteArrayList>

#include <stop_token>

namespace waymark {

class FileSystem;

/// One file of a tree that is kept beside a service.
struct BaseFile
{
    QByteArray path = {};
    FileMode mode = FileMode::Regular;
    QByteArray content = {};
};

/// What an apply is to do.
struct WriteRequest
{
    DestinationSnapshot destination = {}; ///< What the plan was made from, every path observed.
    QList<Change> changes = {};
    QByteArrayList folders = {}; ///< Empty folders to make; git does not keep them.
    /// What was rendered, to be kept under refs/waymark/base/ with the commit; empty: not to be
    /// kept.
    QList<BaseFile> base = {};
    bool commit = true; ///< Otherwise the files are left plain: no repository, index or branch.
    QString message = {}; ///< Of the commit.
    QString branch = {}; ///< A branch to make for the commit; empty: the checked out one.
    bool signOff = false;
    bool holdsSecret = false; ///< A secret that the user accepted goes into the commit.
    /// Asked until the destination is what it is to be, by hooks and signing too, which are ended.
    std::stop_token stop = {};
};

/// What an apply left.
struct Applied
{
    QString destination = {};
    QByteArray commit = {}; ///< 40 hex; empty without one.
    QString branch = {}; ///< That holds the commit.
    QString output = {}; ///< What hooks and signing printed.
    QList<Problem> notes = {};
};

/// What became of an apply or undo that was interrupted.
struct Recovery
{
    enum What : quint8 { Nothing, Finished, TakenBack };
    What what = Nothing;
    bool isOfUndo = false; ///< It was an undo that was interrupted, not an apply,
    QString destination = {}; ///< of this destination.
    QList<Problem> notes = {}; ///< Where files are kept that somebody changed in between.
    QList<Problem> left = {}; ///< What stays all the same, which the user may want to remove.

    /// Whether the destination is as it was before the apply.
    [[nodiscard]] bool isAsBefore() const { return (what == Finished) == isOfUndo; }
};

/// What an undo did: it puts right what was interrupted, or takes the last apply back, never both.
struct Undone
{
    QString destination = {};
    Recovery recovered = {}; ///< Nothing: the last apply was taken back.
    QList<Problem> notes = {}; ///< What an undo leaves, which the user may want to remove.

    /// Whether the destination is as it was before the last apply.
    [[nodiscard]] bool isAsBefore() const
    {
        return recovered.what == Recovery::Nothing || recovered.isAsBefore();
    }
};

/// The one place that changes destinations. An apply and an undo each happen wholly or not at all,
/// whatever interrupts them; after a crash recover() decides which.
class Writer
{
public:
    /// Journals and locks of destinations without git are kept in `stateFolder`.
    Writer(FileSystem &fileSystem, QString stateFolder);

    /// Recovers first. What fails leaves the destination as it was. Codes a caller may look at:
    /// "destination.changed", "destination.locked", "write.failed", "write.cancelled".
    [[nodiscard]] Result<Applied> apply(const WriteRequest &request) const;
    /// Recovers, and where there was something to put right, does no more. Else takes the last
    /// apply to `destination` back, as long as files and HEAD are what it left ("undo.changed"
    /// otherwise, "undo.nothing" where there was none). `destination` may be a folder of the
    /// service, or the root of its repository, which may have moved since; where the last apply
    /// there made something else, that is refused ("undo.other").
    [[nodiscard]] Result<Undone> undo(const QString &destination) const;
    /// Finishes, or takes back, what was interrupted at `destination`. Every command that looks at
    /// a destination and may write calls this first.
    /// With a sweep(), too.
    [[nodiscard]] Result<Recovery> recover(const QString &destination) const;
    /// Removes what a template's commands that were interrupted left in the state folder.
    void sweep() const;

private:
    [[nodiscard]] Result<Recovery> recoverAround(const QString &destination) const;

    FileSystem &m_fileSystem;
    QString m_stateFolder;
};

} // namespace waymark
