#include "models/plan/recovery.h"

#include "models/git/repository.h"
#include "models/plan/keeping.h"
#include "models/plan/placement.h"
#include "models/plan/staging.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Writer", text);
}

/// Moves `reference`, HEAD and index of the repository at `root` to where `change` says.
Result<> moveGit(FileSystem &fileSystem, const QString &root, const GitChange &change)
{
    const auto repository = git::Repository::open(root);
    if (!repository)
        return std::unexpected(repository.error());
    removeLocksOf(*repository, change);
    return advance(fileSystem, *repository, change);
}

/// Whether what `journal` describes happened.
Result<GitState> stateOf(const Folder &home, const Journal &journal, const Folder &root)
{
    const bool isApply = journal.action == Journal::Action::Apply;
    const auto either = [](bool happened) { return happened ? GitState::After : GitState::Before; };
    switch (journal.truth) {
    case Journal::Truth::Note:
        return either(!isApply && !home.contains(noteName));
    case Journal::Truth::Repository:
        return either((root.identityOf(".git") == journal.repository) == isApply);
    case Journal::Truth::Reference:
        break;
    }
    if (!journal.git)
        return GitState::Before;
    const auto repository = git::Repository::open(journal.root);
    if (!repository)
        return std::unexpected(repository.error());
    return stateOf(*repository, *journal.git);
}

/// Corrects the places of `journal` where the destination was moved to `root` since.
void followAll(Journal &journal, const Folder &home, const QString &root)
{
    const QString before = journal.root;
    follow(journal, root);
    if (journal.root == before)
        return;
    const QFileInfo staging(journal.staging);
    const bool inRoot = staging.path() == before;
    journal.staging = (inRoot ? root : home.path()) + u'/' + staging.fileName();
}

Result<> removeStaging(FileSystem &fileSystem, const Journal &journal)
{
    const QFileInfo info(journal.staging);
    const auto parent = Folder::open(info.path());
    if (!parent)
        return {};
    return Staging::removeNamed(fileSystem, *parent, QFile::encodeName(info.fileName()));
}

Result<> bringForward(FileSystem &fileSystem, const Folder &home, const Journal &journal,
                      const Places &places)
{
    if (const auto moved = moveForward(fileSystem, places, journal); !moved)
        return moved;
    if (journal.truth == Journal::Truth::Reference) {
        if (const auto moved = moveGit(fileSystem, journal.root, *journal.git); !moved)
            return moved;
    }
    return finishJournal(fileSystem, home, journal);
}

Result<Recovery> decide(FileSystem &fileSystem, const Folder &home, const Journal &journal)
{
    const auto places = QFileInfo::exists(journal.staging) ? placesOf(fileSystem, journal)
                                                           : std::optional<Places>();
    if (!places)
        return std::unexpected(places.error());
    if (!*places) { // the destination went, and with it all that could be put right
        if (const auto removed = removeFile(fileSystem, home, journalName); !removed)
            return std::unexpected(removed.error());
        return Recovery{.what = Recovery::TakenBack};
    }
    const auto state = stateOf(home, journal, (*places)->root);
    if (!state)
        return std::unexpected(state.error());
    if (*state == GitState::Before) {
        const auto notes = takeBackMoves(fileSystem, home, journal, **places);
        if (!notes)
            return std::unexpected(notes.error());
        return Recovery{.what = Recovery::TakenBack, .notes = *notes};
    }
    const auto done = *state == GitState::After ? bringForward(fileSystem, home, journal, **places)
                                                : finishJournal(fileSystem, home, journal);
    if (!done)
        return std::unexpected(done.error());
    return Recovery{.what = Recovery::Finished};
}

} // namespace

Result<> finishJournal(FileSystem &fileSystem, const Folder &home, const Journal &journal)
{
    if (journal.action == Journal::Action::Undo) {
        if (const auto removed = removeFile(fileSystem, home, noteName); !removed)
            return removed;
        std::ignore = removeFile(fileSystem, home, journalName); // it is done; the next run sees so
        return {};
    }
    if (journal.truth == Journal::Truth::Repository) // its note came with the repository
        return removeFile(fileSystem, home, journalName);
    if (fileSystem.replace(home.descriptor(), journalName, home.descriptor(), noteName) != 0)
        return systemFailure(tr("The note for undo could not be written."), home.path());
    fileSystem.sync(
        home.descriptor()); // if it fails, a power cut may bring the journal back: no harm
    return {};
}

Result<QList<Problem>> takeBackMoves(FileSystem &fileSystem, const Folder &home,
                                     const Journal &journal, const Places &places)
{
    if (const auto given = Staging::giveRoom(fileSystem, places.staging); !given)
        return std::unexpected(given.error());
    if (journal.truth == Journal::Truth::Reference && journal.git) {
        if (const auto moved = moveGit(fileSystem, journal.root, journal.git->reversed()); !moved)
            return std::unexpected(moved.error());
    }
    if (const auto moved = moveBack(fileSystem, places, journal); !moved)
        return std::unexpected(moved.error());
    const auto notes = keepChanged(fileSystem, home, journal, places);
    if (!notes)
        return notes;
    if (const auto removed = removeFile(fileSystem, home, journalName); !removed)
        return std::unexpected(removed.error());
    return notes;
}

Result<Recovery> recoverHome(FileSystem &fileSystem, const Folder &home, const QString &root)
{
    auto journal = readJournal(home, journalName);
    if (!journal)
        return std::unexpected(journal.error());
    if (*journal)
        followAll(**journal, home, root);
    Recovery recovery;
    if (*journal) {
        const auto decided = decide(fileSystem, home, **journal);
        if (!decided)
            return decided;
        recovery = *decided;
        recovery.isOfUndo = (*journal)->action == Journal::Action::Undo;
        recovery.destination = (*journal)->destination;
        if (home.contains(journalName)) // it misses the staging folder where that goes first
            return recovery;
        if (const auto removed = removeStaging(fileSystem, **journal); !removed)
            return std::unexpected(removed.error());
    }
    for (const QByteArray name : {journalName, noteName}) {
        if (const auto removed = removeFile(fileSystem, home, name + ".part"); !removed)
            return std::unexpected(removed.error());
    }
    if (const auto removed = Staging::removeAbandoned(fileSystem, home, Placement::stagingInHome);
        !removed)
        return std::unexpected(removed.error());
    return recovery;
}

} // namespace waymark
