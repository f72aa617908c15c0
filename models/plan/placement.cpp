#include "models/plan/placement.h"

#include "models/base/utf8.h"
#include "models/plan/departed.h"
#include "models/plan/hookleftovers.h"
#include "models/plan/recovery.h"
#include "models/plan/takingback.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Writer", text);
}

} // namespace

Placement::Placement(FileSystem &fileSystem, const WriteRequest &request, const Home &home)
    : m_fileSystem(fileSystem)
    , m_request(request)
    , m_home(home)
{
}

Result<> Placement::writeJournal()
{
    m_hasJournal = true;
    return replaceFile(m_fileSystem, m_home.folder(), journalName, toJson(m_journal));
}

/// That nothing is in the service's folder, behind the hooks of the commit `made`, that the plan
/// did not show. What they leave in a clone that was there is the user's.
Result<> Placement::refuseLeft(const git::HookEnvironment &hooks, const git::CommitMade &made)
{
    if (m_journal.kind == DestinationKind::FreshClone || !hasCommitHooks(*m_repository, hooks))
        return {};
    QByteArrayList folders;
    for (const QByteArray &folder : m_request.folders)
        folders += joined(m_journal.prefix, folder);
    const auto left = leftByHooks(m_places->root, m_journal.prefix, m_journal.files,
                                  foldersMade(m_journal.files, folders));
    if (!left)
        return std::unexpected(left.error());
    return refuseLeftByHooks(*left, made);
}

Result<> Placement::commit()
{
    if (!m_repository)
        return {};
    const auto hooks = hooksOf(m_request, m_journal.prefix, m_journal.root, m_journal.staging);
    const auto made = makeCommit(m_fileSystem, *m_repository, m_request, hooks, m_who, *m_change);
    if (!made)
        return std::unexpected(made.error());
    if (const auto same = refuseHookChanges(*made, *m_change); !same)
        return same;
    if (const auto same = refuseLeft(hooks, *made); !same)
        return same;
    m_made = *made;
    m_journal.git = m_change;
    if (m_fileSystem.syncAll(m_home.folder().descriptor()) != 0)
        return systemFailure(tr("The commit could not be written to the disk."), m_journal.root);
    return writeJournal();
}

/// That the destination was not taken away, and the user still wants it.
Result<> Placement::checkPlace() const
{
    if (m_request.stop.stop_requested())
        return failure({.code = u"write.cancelled"_s, .message = tr("Cancelled.")});
    const auto root = Folder::open(m_journal.root);
    if (root && root->identity() == m_journal.identity)
        return {};
    return failure({.code = u"destination.changed"_s,
                    .message = tr("The destination was taken away."),
                    .file = m_journal.root,
                    .hint = tr("Make the plan again and look at it once more.")});
}

/// That what moved out is what the plan was made from: between the last look and the move, somebody
/// may have written to it.
Result<> Placement::checkDeparted() const
{
    const auto changed = departedChanges(m_journal, *m_places);
    if (!changed)
        return std::unexpected(changed.error());
    if (changed->isEmpty())
        return {};
    return failure({.code = u"destination.changed"_s,
                    .message = tr("This file changed since the plan was made."),
                    .file = displayed(changed->first().path),
                    .hint = tr("Make the plan again and look at it once more.")});
}

/// That HEAD is at the commit that the one of the apply follows.
Result<> Placement::checkHead() const
{
    const auto head = m_repository->head();
    if (!head)
        return std::unexpected(head.error());
    const QByteArray commit = head->commit ? head->commit->toHex() : QByteArray();
    if (commit == m_request.destination.repository->head)
        return {};
    return failure({.code = u"destination.changed"_s,
                    .message = tr("Another commit was checked out in the meantime."),
                    .file = m_journal.root,
                    .hint = tr("Look at it with “git status” and “git log”, then run the same "
                               "command again.")});
}

Result<> Placement::finish()
{
    if (m_repository) {
        auto moved = checkHead();
        if (moved)
            moved = advance(m_fileSystem, *m_repository, *m_change);
        if (!moved)
            return moved;
    }
    return finishJournal(m_fileSystem, m_home.folder(), m_journal);
}

Result<> Placement::place()
{
    if (m_fileSystem.syncAll(m_staging->folder().descriptor()) != 0)
        return systemFailure(tr("The files could not be written to the disk."), m_journal.root);
    if (const auto there = checkPlace(); !there)
        return there;
    if (const auto written = writeJournal(); !written)
        return written;
    if (const auto moved = moveForward(m_fileSystem, *m_places, m_journal); !moved)
        return moved;
    if (const auto same = checkDeparted(); !same)
        return same;
    if (const auto committed = commit(); !committed)
        return committed;
    if (const auto there = checkPlace(); !there)
        return there;
    return finish();
}

/// Everything as it was, and why.
Result<Applied> Placement::takeBack(Error error)
{
    if (m_hasJournal) {
        const auto notes = takeBackMoves(m_fileSystem, m_home.folder(), m_journal, *m_places);
        if (!notes)
            return std::unexpected(notTakenBack(error, notes.error()));
        error = withNotes(error, *notes);
    }
    if (m_staging)
        std::ignore = m_staging->remove(m_fileSystem); // what stays is removed by the next run
    if (m_change && m_request.holdsSecret)
        error = withNotes(error, {keptSecret(m_journal.root)});
    return std::unexpected(error);
}

Applied Placement::finished() const
{
    Applied plain = {.destination = m_request.destination.path};
    if (!m_made)
        return plain;
    const auto repository = git::Repository::open(m_journal.root);
    if (repository)
        return finishedCommit(*repository, m_request, *m_made, *m_journal.git);
    Applied applied = plain;
    applied.commit = m_journal.git->after;
    applied.branch = QString::fromUtf8(m_journal.git->branchAfter);
    applied.notes = {repository.error().problem};
    return applied;
}

Result<Applied> Placement::run()
{
    if (const auto prepared = prepare(); !prepared)
        return takeBack(prepared.error());
    if (const auto placed = place(); !placed)
        return takeBack(placed.error());
    std::ignore = m_staging->remove(m_fileSystem);
    return finished();
}

} // namespace waymark
