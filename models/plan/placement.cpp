#include "models/plan/placement.h"

#include "models/base/utf8.h"
#include "models/git/index.h"
#include "models/git/tree.h"
#include "models/plan/departed.h"
#include "models/plan/hookleftovers.h"
#include "models/plan/recovery.h"
#include "models/plan/takingback.h"

#include <QCoreApplication>

#include <algorithm>

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

/// Says where everything is, in the journal too.
Result<> Placement::open()
{
    const DestinationSnapshot &destination = m_request.destination;
    m_journal.kind = destination.kind;
    m_journal.destination = destination.path;
    m_journal.root = destination.path;
    m_journal.madeBelow = destination.existing;
    m_journal.madeBelowIdentity = destination.identity;
    if (destination.repository) {
        m_journal.root = destination.repository->root;
        m_journal.prefix = destination.repository->prefix;
    }
    const auto root = Folder::open(m_journal.root);
    if (!root)
        return std::unexpected(root.error());
    m_journal.identity = root->identity();
    if (!m_request.commit)
        return {};
    m_journal.truth
        = destination.repository ? Journal::Truth::Reference : Journal::Truth::Repository;
    if (!destination.repository)
        return {};
    auto repository = git::Repository::open(m_journal.root);
    if (!repository)
        return std::unexpected(repository.error());
    m_repository = std::move(*repository);
    return {};
}

Result<> Placement::stage()
{
    const auto root = Folder::open(m_journal.root);
    if (!root)
        return std::unexpected(root.error());
    const bool inHome = m_home.folder().isOnSameMount(*root);
    auto staging = inHome ? Staging::make(m_fileSystem, m_home.folder(), stagingInHome)
                          : Staging::make(m_fileSystem, *root, stagingInRoot);
    if (!staging)
        return std::unexpected(staging.error());
    m_staging.emplace(std::move(*staging));
    m_journal.staging = m_staging->folder().path();
    auto places = placesOf(m_fileSystem, m_journal);
    if (!places)
        return std::unexpected(places.error());
    if (!*places)
        return checkPlace();
    m_places.emplace(std::move(**places));
    return writeFiles(m_fileSystem, m_places->arriving, m_request, m_journal.prefix);
}

Result<> Placement::prepareGit()
{
    if (!m_request.commit)
        return {};
    if (!m_repository) {
        const auto fresh
            = makeRepository(m_fileSystem, m_places->arriving, m_request, m_staging->folder());
        if (!fresh)
            return std::unexpected(fresh.error());
        m_made = fresh->made;
        m_journal.git = fresh->change;
        m_journal.configuration = fresh->configuration;
        m_journal.repository = m_places->arriving.identityOf(".git");
        return {};
    }
    const auto who = git::identity(*m_repository);
    if (!who)
        return std::unexpected(who.error());
    m_who = *who;
    const auto change = plannedChange(*m_repository, m_request, m_journal.prefix);
    if (!change)
        return std::unexpected(change.error());
    m_change = *change;
    m_journal.git = *change;
    if (const auto taken = m_staging->takeRoom(m_fileSystem, roomFor(*m_repository)); !taken)
        return taken;
    return writeTrees(m_fileSystem, *m_repository, m_request, m_journal.prefix, *m_change);
}

/// What stands in the place of files of the plan moves out, to be there again after an undo.
Result<> Placement::addDepartures()
{
    for (const Change &change : m_request.changes) {
        if (!change.isWritten() || !change.oldMode)
            continue;
        const QByteArray path = joined(m_journal.prefix, change.path);
        StoredFile file = {.path = path, .mode = *change.oldMode};
        file.hash = m_request.destination.entry(change.path).hash;
        if (const auto repository = git::Repository::open(m_journal.root)) {
            const auto blob = git::writeBlob(*repository, change.oldContent);
            if (!blob)
                return std::unexpected(blob.error());
            file.blob = blob->toHex();
        }
        m_journal.departures += path;
        m_journal.departed += file;
    }
    return {};
}

Result<> Placement::prepareJournal()
{
    m_journal.files = storedFiles(m_request, m_journal.prefix);
    QByteArrayList folders;
    for (const QByteArray &folder : m_request.folders)
        folders += joined(m_journal.prefix, folder);
    m_journal.arrivals = arrivalsInto(m_places->root, m_journal.files, folders);
    m_journal.folders = foldersMade(m_journal.files, folders);
    m_journal.folders.removeIf(
        [&](const QByteArray &folder) { return m_places->root.contains(folder); });
    if (const auto added = addDepartures(); !added)
        return added;
    if (!m_journal.repository)
        return {};
    m_journal.arrivals += ".git";
    Journal note = m_journal;
    note.staging.clear();
    return writeNote(m_fileSystem, m_places->arriving, note);
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

Result<> Placement::finish()
{
    if (m_repository)
        if (const auto moved = advance(m_fileSystem, *m_repository, *m_change); !moved)
            return moved;
    return finishJournal(m_fileSystem, m_home.folder(), m_journal);
}

Result<> Placement::prepare()
{
    if (const auto opened = open(); !opened)
        return opened;
    if (const auto staged = stage(); !staged)
        return staged;
    if (const auto prepared = prepareGit(); !prepared)
        return prepared;
    return prepareJournal();
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
        if (!notes) {
            error.problem.hint = tr("What was begun could not be taken back at once (%1). Run "
                                    "“waymark undo” here.")
                                     .arg(notes.error().problem.message);
            return std::unexpected(error);
        }
        error = withNotes(error, *notes);
    }
    if (m_staging)
        std::ignore = m_staging->remove(m_fileSystem); // what stays is removed by the next run
    return std::unexpected(error);
}

Applied Placement::finished() const
{
    const Applied plain = {.destination = m_request.destination.path};
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
