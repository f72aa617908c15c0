#include "models/plan/recovery.h"

#include "models/git/commit.h"
#include "models/git/references.h"
#include "models/git/repository.h"
#include "models/plan/departed.h"
#include "models/plan/staging.h"
#include "models/plan/takingback.h"

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

/// Whether the commit of `journal` is still behind its reference, which is elsewhere by now: then
/// the user went on from what was applied.
Result<GitState> stateElsewhere(const git::Repository &repository, const Journal &journal)
{
    const auto current = git::readReference(repository, journal.git->reference);
    const auto commit = git::ObjectId::parse(journal.git->after);
    if (!current)
        return std::unexpected(current.error());
    if (journal.action == Journal::Action::Undo || !*current || !commit)
        return GitState::Before;
    const auto leads = git::leadsTo(repository, *commit, **current);
    if (!leads)
        return std::unexpected(leads.error());
    return *leads ? GitState::Elsewhere : GitState::Before;
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
    if (!journal.hasCommit())
        return GitState::Before;
    const auto repository = git::Repository::open(journal.root);
    if (!repository)
        return std::unexpected(repository.error());
    const auto state = stateOf(*repository, *journal.git);
    return state && *state == GitState::Elsewhere ? stateElsewhere(*repository, journal) : state;
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
    const auto more = changedRepository(journal, **places);
    if (!more)
        return std::unexpected(more.error());
    if (*state == GitState::Before || !more->isEmpty()) {
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
        if (recovery.isAsBefore() && keepsSecret(**journal) && QFileInfo::exists((*journal)->root))
            recovery.left += keptSecret((*journal)->root);
        if (home.contains(journalName)) // it misses the staging folder where that goes first
            return recovery;
        if (const auto removed = removeStaging(fileSystem, **journal); !removed)
            return std::unexpected(removed.error());
    }
    for (const QByteArray name : {journalName, noteName}) {
        if (const auto removed = removeFile(fileSystem, home, name + ".part"); !removed)
            return std::unexpected(removed.error());
    }
    if (const auto removed = Staging::removeAbandoned(fileSystem, home, Staging::prefixInHome);
        !removed)
        return std::unexpected(removed.error());
    return recovery;
}

} // namespace waymark
