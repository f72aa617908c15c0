#include "models/plan/undonote.h"

#include "models/git/repository.h"
#include "models/git/shellwords.h"
#include "models/plan/home.h"
#include "models/plan/record.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Writer", text);
}

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

bool isAbout(const Journal &note, const QString &path)
{
    return path == note.destination || path.startsWith(note.destination + u'/')
        || path == note.root;
}

/// Whether a service stands at `path`: its record, or the one that its template's own tool keeps.
bool isService(const QString &path)
{
    const QStringList records{QString::fromLatin1(recordPath), u".copier-answers.yml"_s,
                              u".cruft.json"_s};
    return std::ranges::any_of(
        records, [&path](const QString &name) { return QFileInfo(path + u'/' + name).isFile(); });
}

/// Who names a service means that, and not one in a folder of it.
Error innerNote(const Journal &note, const QString &path)
{
    return {
        {.code = u"undo.other"_s,
         .message = tr("This is a service of its own, and the last apply in its repository "
                       "made another one: %1")
                        .arg(note.destination),
         .file = path,
         .hint
         = tr("To take that one back: waymark undo %1").arg(git::shellQuoted(note.destination))}};
}

Error otherNote(const Journal &note, const QString &path)
{
    return {{.code = u"undo.other"_s,
             .message = tr("Only the last apply in a repository can be taken back, and that made "
                           "another folder: %1")
                            .arg(note.destination),
             .file = path,
             .hint = tr("Take this one out with git: git -C %1 log -- %2 names its commit, and git "
                        "revert takes it back.")
                         .arg(git::shellQuoted(note.root), git::shellQuoted(path))}};
}

/// Nothing is at `path`, in the repository of `note`.
Error absentNote(const Journal &note, const QString &path)
{
    return {{.code = u"undo.nothing"_s,
             .message = tr("Nothing was applied here that could be taken back."),
             .file = path,
             .hint = tr("The last apply in this repository made %1; to take that back: waymark "
                        "undo %2")
                         .arg(note.destination, git::shellQuoted(note.destination))}};
}

/// A service is at `path`, in the repository at `root`, and nothing that tells how it was made.
Error forgottenNote(const QString &root, const QString &path)
{
    return {{.code = u"undo.nothing"_s,
             .message = tr("Only the last apply in a repository can be taken back, and that is "
                           "taken back already, or was not the one that made this service."),
             .file = path,
             .hint = tr("Take this one out with git: git -C %1 log -- %2 names its commit, and git "
                        "revert takes it back.")
                         .arg(git::shellQuoted(root), git::shellQuoted(path))}};
}

Error unknownNote(const QString &path)
{
    const auto repository = git::Repository::discover(path);
    if (repository && *repository && !(*repository)->isBare() && isService(path)
        && (*repository)->workTree() != path)
        return forgottenNote((*repository)->workTree(), path);
    return {{.code = u"undo.nothing"_s,
             .message = tr("Nothing was applied here that could be taken back."),
             .file = path,
             .hint = tr("Name the folder that “waymark new” made; what it did can be taken back "
                        "once.")}};
}

Error copiedNote(const Journal &note, const QString &path)
{
    return {{.code = u"undo.other"_s,
             .message = tr("This was made as %1 and was copied, or moved to another disk, since. "
                           "What was copied cannot be taken back.")
                            .arg(note.root),
             .file = path,
             .hint = tr("Look at what is in it, then remove the folder yourself.")}};
}

Error goneNote(const QString &path)
{
    return {{.code = u"undo.nothing"_s,
             .message = tr("What was made here was moved or removed since."),
             .file = path,
             .hint = tr("If it was moved and is a repository, name where it is; else remove it "
                        "there yourself.")}};
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
    if (!inRepository)
        return inRepository;
    if (!*inRepository)
        return inState;
    follow((*inRepository)->journal, (*repository)->workTree());
    return inRepository;
}

Result<> checkNote(const std::optional<UndoNote> &note, const QString &path)
{
    if (!note)
        return std::unexpected(unknownNote(path));
    if (path == note->journal.root && path != note->journal.destination && isService(path))
        return std::unexpected(innerNote(note->journal, path));
    if (isAbout(note->journal, path))
        return QFileInfo::exists(note->journal.root) ? Result<>() : std::unexpected(goneNote(path));
    if (!path.startsWith(note->journal.root + u'/'))
        return std::unexpected(copiedNote(note->journal, path));
    return std::unexpected(QFileInfo::exists(path) ? otherNote(note->journal, path)
                                                   : absentNote(note->journal, path));
}

Result<> removeNote(FileSystem &fileSystem, const QString &home)
{
    const auto folder = Home::takeExisting(fileSystem, home);
    if (!folder)
        return std::unexpected(folder.error());
    return *folder ? removeFile(fileSystem, (*folder)->folder(), noteName) : Result<>();
}

} // namespace waymark
