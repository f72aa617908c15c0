#include "models/plan/freshrepository.h"

#include "models/git/references.h"
#include "models/plan/hookleftovers.h"
#include "models/plan/moves.h"
#include "models/plan/repositorytemplate.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// That the hooks of the commit `made` left nothing in `folder`.
Result<> refuseLeft(const git::Repository &repository, const Folder &folder,
                    const WriteRequest &request, const git::HookEnvironment &hooks,
                    const git::CommitMade &made)
{
    if (!hasCommitHooks(repository, hooks))
        return {};
    const auto files = storedFiles(request, {});
    const auto left = leftByHooks(folder, {}, files, foldersMade(files, request.folders));
    return left ? refuseLeftByHooks(*left, made) : std::unexpected(left.error());
}

} // namespace

Result<FreshRepository> makeRepository(FileSystem &fileSystem, const Folder &folder,
                                       const WriteRequest &request, const Folder &staging)
{
    if (const auto copied = copyRepositoryTemplate(fileSystem, folder); !copied)
        return std::unexpected(copied.error());
    const auto repository
        = stepped(fileSystem, "init", [&] { return git::Repository::init(folder.path()); });
    if (!repository)
        return std::unexpected(repository.error());
    const auto who = git::identity(*repository);
    if (!who)
        return std::unexpected(who.error());
    auto change = plannedChange(*repository, request, {});
    if (!change)
        return std::unexpected(change.error());
    if (const auto written = writeTrees(fileSystem, *repository, request, {}, *change); !written)
        return std::unexpected(written.error());
    auto hooks = hooksOf(request, {}, folder.path(), staging.path());
    hooks.homeToBe = request.destination.path;
    const auto made = makeCommit(fileSystem, *repository, request, hooks, *who, *change);
    if (!made)
        return std::unexpected(made.error());
    if (const auto same = refuseHookChanges(*made, *change); !same)
        return std::unexpected(same.error());
    if (const auto same = refuseLeft(*repository, folder, request, hooks, *made); !same)
        return std::unexpected(same.error());
    if (const auto moved = advance(fileSystem, *repository, *change); !moved)
        return std::unexpected(moved.error());
    const auto configuration = folder.entry(".git/config");
    if (!configuration)
        return std::unexpected(configuration.error());
    return FreshRepository{.made = *made, .change = *change, .configuration = configuration->hash};
}

Result<> writeNote(FileSystem &fileSystem, const Folder &folder, const Journal &note)
{
    const auto home = makeFolders(fileSystem, folder, ".git/waymark");
    if (!home)
        return std::unexpected(home.error());
    return replaceFile(fileSystem, *home, noteName, toJson(note));
}

Result<> writeFiles(FileSystem &fileSystem, const Folder &folder, const WriteRequest &request,
                    const QByteArray &prefix)
{
    for (const git::File &file : filesOf(request, prefix)) {
        if (const auto written = writeFile(fileSystem, folder, file.path, file.mode, file.content);
            !written)
            return written;
    }
    for (const QByteArray &path : request.folders) {
        if (const auto made = makeFolders(fileSystem, folder, joined(prefix, path)); !made)
            return std::unexpected(made.error());
    }
    return {};
}

QList<StoredFile> storedFiles(const WriteRequest &request, const QByteArray &prefix)
{
    QList<StoredFile> files;
    for (const git::File &file : filesOf(request, prefix))
        files += StoredFile{
            .path = file.path,
            .mode = file.mode,
            .hash = QCryptographicHash::hash(file.content, QCryptographicHash::Sha256).toHex()};
    return files;
}

} // namespace waymark
