#include "models/plan/writer.h"

#include "models/git/repository.h"
#include "models/plan/arrival.h"
#include "models/plan/beside.h"
#include "models/plan/place.h"
#include "models/plan/placement.h"
#include "models/plan/recovery.h"
#include "models/plan/requestcheck.h"
#include "models/plan/staging.h"
#include "models/plan/takingback.h"
#include "models/plan/undo.h"
#include "models/plan/undonote.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Writer", text);
}

Result<> checkUnchanged(const DestinationSnapshot &snapshot)
{
    const auto problems = changesSince(snapshot);
    if (!problems)
        return std::unexpected(problems.error());
    if (problems->isEmpty())
        return {};
    return refusedByFile(*problems, tr("The destination changed since the plan was made"),
                         problems->first().hint);
}

QString homeOf(const DestinationSnapshot &destination, const QString &stateFolder)
{
    return destination.repository ? repositoryHome(destination.repository->gitFolder)
                                  : stateHome(stateFolder, destination.path);
}

/// Recovers from the journal in the folder `path`, if there is such a folder.
Result<Recovery> recoverAt(FileSystem &fileSystem, const QString &path, const QString &root)
{
    const auto home = Home::takeExisting(fileSystem, path);
    if (!home)
        return std::unexpected(home.error());
    if (*home) {
        const auto recovered = recoverHome(fileSystem, (*home)->folder(), root);
        if (!recovered || recovered->what != Recovery::Nothing)
            return recovered;
    }
    const auto folder = Folder::open(root);
    if (!folder)
        return Recovery();
    if (const auto removed = Staging::removeAbandoned(fileSystem, *folder, Staging::prefixInRoot);
        !removed)
        return std::unexpected(removed.error());
    return Recovery();
}

} // namespace

Writer::Writer(FileSystem &fileSystem, QString stateFolder)
    : m_fileSystem(fileSystem)
    , m_stateFolder(std::move(stateFolder))
{
}

Result<Applied> Writer::apply(const WriteRequest &request) const
{
    if (const auto fine = checkRequest(request); !fine)
        return std::unexpected(fine.error());
    if (const auto recovered = recover(request.destination.path); !recovered)
        return std::unexpected(recovered.error());
    if (request.stop.stop_requested())
        return failure({.code = u"write.cancelled"_s, .message = tr("Cancelled.")});
    if (request.destination.kind == DestinationKind::Absent) {
        if (const auto same = checkUnchanged(request.destination); !same)
            return std::unexpected(same.error());
        return Arrival(m_fileSystem, request, m_stateFolder).run();
    }
    if (!request.destination.repository) {
        if (const auto made = makeStateFolders(m_fileSystem, m_stateFolder); !made)
            return std::unexpected(made.error());
    }
    const auto home = Home::take(m_fileSystem, homeOf(request.destination, m_stateFolder));
    if (!home && QFileInfo::exists(request.destination.existing))
        return std::unexpected(home.error());
    if (const auto same = checkUnchanged(request.destination); !same)
        return std::unexpected(same.error());
    return Placement(m_fileSystem, request, *home).run();
}

Result<Undone> Writer::undo(const QString &destination) const
{
    const auto recovered = recover(destination);
    if (!recovered)
        return std::unexpected(recovered.error());
    if (recovered->what != Recovery::Nothing)
        return Undone{.destination = recovered->destination, .recovered = *recovered};
    const Place place = placeOf(destination);
    const auto note = findNote(place.path, m_stateFolder);
    if (!note)
        return std::unexpected(note.error());
    if (const auto usable = checkNote(*note, place.path); !usable)
        return std::unexpected(usable.error());
    const auto home = Home::take(m_fileSystem, (*note)->home);
    if (!home)
        return std::unexpected(home.error());
    const Journal &journal = (*note)->journal;
    const auto finished = [&journal](const Result<> &run) -> Result<Undone> {
        if (!run)
            return std::unexpected(run.error());
        Undone undone{.destination = journal.destination};
        if (keepsSecret(journal))
            undone.notes += keptSecret(journal.root);
        return undone;
    };
    const bool departs = journal.kind == DestinationKind::Empty && journal.repository;
    if (!departs)
        return finished(Undo(m_fileSystem, journal, *home, *home).run());
    // The home goes with the repository, so the journal cannot be there.
    if (const auto made = makeStateFolders(m_fileSystem, m_stateFolder); !made)
        return std::unexpected(made.error());
    const auto journalHome
        = Home::take(m_fileSystem, stateHome(m_stateFolder, journal.destination));
    if (!journalHome)
        return std::unexpected(journalHome.error());
    return finished(Undo(m_fileSystem, journal, *home, *journalHome).run());
}

Result<Recovery> Writer::recover(const QString &destination) const
{
    sweep();
    const auto recovered = recoverAround(destination);
    if (recovered && recovered->what == Recovery::TakenBack && recovered->isOfUndo)
        std::ignore = Home::takeExisting( // its lock came back with the repository
            m_fileSystem, repositoryHome(recovered->destination + u"/.git"_s));
    return recovered;
}

void Writer::sweep() const
{
    removeAbandonedCommands(m_fileSystem, m_stateFolder);
}

Result<Recovery> Writer::recoverAround(const QString &destination) const
{
    const Place place = placeOf(destination);
    const QString home = stateHome(m_stateFolder, place.path);
    auto recovered = recoverAt(m_fileSystem, home, place.existing);
    if (!recovered || recovered->what != Recovery::Nothing)
        return recovered;
    const auto repository = git::Repository::discover(place.path);
    if (!repository)
        return std::unexpected(repository.error());
    if (*repository && !(*repository)->isBare())
        recovered = recoverAt(m_fileSystem, repositoryHome((*repository)->gitDir()),
                              (*repository)->workTree());
    if (!recovered || recovered->what != Recovery::Nothing)
        return recovered;
    const QString around = place.exists() ? QFileInfo(place.path).path() : place.existing;
    recovered = recoverBeside(m_fileSystem, around, place.path);
    if (recovered && recovered->what == Recovery::Finished)
        std::ignore = removeNote(m_fileSystem, home); // of what is gone
    if (!recovered || recovered->what != Recovery::Nothing)
        return recovered;
    const auto note = findNote(place.path, m_stateFolder);
    if (note && *note && (*note)->journal.kind == DestinationKind::Absent)
        return recoverBeside(m_fileSystem, (*note)->journal.madeBelow,
                             (*note)->journal.destination);
    return recovered;
}

} // namespace waymark
