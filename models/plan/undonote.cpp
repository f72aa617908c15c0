#include "models/plan/undonote.h"

#include "models/git/repository.h"
#include "models/plan/folder.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

Result<std::optional<UndoNote>> noteIn(const QString &home)
{
    const auto folder = Folder::open(home);
    if (!folder)
        return std::nullopt;
    const auto journal = readJournal(*folder, noteName);
    if (!journal)
        return std::unexpected(journal.error());
    if (!*journal)
        return std::nullopt;
    return UndoNote{**journal, home};
}

/// Not of one that was in its place before.
bool isOfThisFolder(const Journal &note)
{
    const auto root = Folder::open(note.root);
    return root && root->identity() == note.identity;
}

} // namespace

Result<std::optional<UndoNote>> findNote(const QString &path, const QString &stateFolder)
{
    const auto repository = git::Repository::discover(path);
    if (!repository)
        return std::unexpected(repository.error());
    auto inState = noteIn(stateHome(stateFolder, path));
    if (!inState || !*repository || (*inState && isOfThisFolder((*inState)->journal)))
        return inState;
    auto inRepository = noteIn(repositoryHome((*repository)->gitDir()));
    return inRepository && !*inRepository ? inState : inRepository;
}

bool isAbout(const Journal &note, const QString &path)
{
    return path == note.destination || path.startsWith(note.destination + u'/')
        || path == note.root;
}

} // namespace waymark
