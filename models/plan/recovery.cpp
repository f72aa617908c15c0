#include "models/plan/recovery.h"

#include "models/base/utf8.h"
#include "models/git/repository.h"
#include "models/plan/placement.h"
#include "models/plan/staging.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

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

/// Moves `changed`, which somebody wrote among the arriving files, to a folder of their own in
/// `home`, or, where that is on another disk, in the destination.
Result<QString> keep(FileSystem &fileSystem, const Folder &home, const Places &places,
                     const QList<Difference> &changed)
{
    const Folder &from = places.arriving;
    const bool isNear = home.isOnSameMount(from);
    const QByteArray digits = QByteArray::number(QRandomGenerator::system()->generate(), 16);
    const auto kept = makeFolders(fileSystem, isNear ? home : places.root,
                                  (isNear ? "kept-" : ".waymark-kept-") + digits);
    if (!kept)
        return std::unexpected(kept.error());
    for (const Difference &file : changed) {
        if (!from.contains(file.path))
            continue;
        const auto parent = makeFolders(fileSystem, *kept, parentOf(file.path));
        if (!parent)
            return std::unexpected(parent.error());
        if (const auto moved = moveEntry(fileSystem, from, *kept, file.path); !moved)
            return std::unexpected(moved.error());
    }
    return kept->path();
}

/// Keeps what of the arriving files is no longer as it was prepared.
Result<QList<Problem>> keepChanged(FileSystem &fileSystem, const Folder &home,
                                   const Journal &journal, const Places &places)
{
    if (journal.action == Journal::Action::Undo)
        return QList<Problem>();
    auto changed = differences(places.arriving, journal.arrivals, journal.files, journal.folders);
    if (!changed)
        return std::unexpected(changed.error());
    changed->removeIf([&](const Difference &file) { return !places.arriving.contains(file.path); });
    if (changed->isEmpty())
        return QList<Problem>();
    const auto kept = keep(fileSystem, home, places, *changed);
    if (!kept)
        return std::unexpected(kept.error());
    const QString file = displayed(changed->first().path);
    return QList<Problem>{
        {.severity = Severity::Warning,
         .code = u"write.changed"_s,
         .message
         = tr("“%1” was changed before it could be taken back: it is in “%2”.").arg(file, *kept),
         .file = file}};
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
void follow(Journal &journal, const Folder &home, const QString &root)
{
    const auto folder = Folder::open(root);
    if (journal.root == root || !folder || folder->identity() != journal.identity)
        return;
    const QFileInfo staging(journal.staging);
    const bool inRoot = staging.path() == journal.root;
    journal.root = root;
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
        follow(**journal, home, root);
    Recovery recovery;
    if (*journal) {
        const auto decided = decide(fileSystem, home, **journal);
        if (!decided)
            return decided;
        recovery = *decided;
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
