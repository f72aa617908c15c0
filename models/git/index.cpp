#include "models/git/index.h"

#include "models/git/handles.h"
#include "models/git/repository.h"
#include "models/git/tree.h"

#include <QCoreApplication>
#include <QFile>

#include <git2/sys/repository.h>

namespace waymark::git {
namespace {

std::unexpected<Error> unreadable()
{
    return lastError(QCoreApplication::translate("Git", "The index cannot be read"));
}

std::unexpected<Error> unwritable()
{
    return lastError(
        QCoreApplication::translate("Git", "The index could not be written"),
        QCoreApplication::translate("Git", "Is the disk full, or another git at work here?"));
}

/// Takes the stat data of `entry` from the work tree. libgit2 reads and filters the file for it;
/// where that gives anything else than `entry` says, there is a change to be seen, and `entry`
/// stays.
Result<> fillFromFile(git_index *index, const git_index_entry &entry)
{
    const QByteArray path = entry.path;
    git_index_entry wanted = entry;
    wanted.path = path.constData();
    const int code = git_index_add_bypath(index, path.constData());
    if (code == GIT_ENOTFOUND || code == GIT_EDIRECTORY)
        return {};
    if (code < 0)
        return unwritable();
    const git_index_entry *filled = git_index_get_bypath(index, path.constData(), 0);
    if (filled && filled->mode == wanted.mode && git_oid_equal(&filled->id, &wanted.id) != 0)
        return {};
    if (git_index_add(index, &wanted) < 0)
        return unwritable();
    return {};
}

bool hasStatData(const git_index_entry *entry)
{
    return entry->mtime.seconds != 0 || entry->file_size != 0 || entry->ino != 0;
}

/// Makes `index`, which belongs to a repository with a work tree, hold `tree`, and writes it.
Result<> match(git_repository *repository, git_index *index, const ObjectId &tree)
{
    const git_oid id = toOid(tree);
    Handle<git_tree> handle;
    if (tree == emptyTree()) {
        if (git_index_clear(index) < 0)
            return unwritable();
    } else if (into(handle, git_tree_lookup, repository, &id) < 0
               || git_index_read_tree(index, handle.get()) < 0) {
        return unwritable();
    }
    QList<QByteArray> fresh;
    for (size_t i = 0; i < git_index_entrycount(index); ++i) {
        const git_index_entry *entry = git_index_get_byindex(index, i);
        if (entry->mode != GIT_FILEMODE_COMMIT && !hasStatData(entry))
            fresh += entry->path;
    }
    for (const QByteArray &path : fresh) {
        const git_index_entry *entry = git_index_get_bypath(index, path.constData(), 0);
        if (!entry)
            continue;
        if (const auto filled = fillFromFile(index, *entry); !filled)
            return filled;
    }
    if (git_index_write(index) < 0)
        return unwritable();
    return {};
}

Result<Handle<git_index>> ownIndex(const Repository &repository)
{
    Handle<git_index> index;
    if (into(index, git_repository_index, repository.handle()) < 0
        || git_index_read(index.get(), false) < 0)
        return unreadable();
    return index;
}

Result<ObjectId> treeOf(const Repository &repository, git_index *index)
{
    git_oid id = {};
    if (git_index_write_tree_to(&id, index, repository.handle()) < 0)
        return lastError(QCoreApplication::translate("Git", "What is staged cannot be committed"));
    return fromOid(id);
}

} // namespace

Result<> matchIndex(const Repository &repository, const ObjectId &tree)
{
    const auto index = ownIndex(repository);
    return index ? match(repository.handle(), index->get(), tree) : std::unexpected(index.error());
}

Result<> writeIndexFile(const Repository &repository, const ObjectId &tree, const QString &file,
                        const QString &workTree)
{
    // A second handle, since an index reads files by the repository it belongs to.
    Handle<git_repository> view;
    Handle<git_index> index;
    const QString place = repository.isBare() ? repository.gitDir() : repository.workTree();
    QFile::remove(file);
    if (workTree == repository.workTree())
        QFile::copy(repository.indexFile(), file); // for the stat data of what stays
    if (into(view, git_repository_open_ext, QFile::encodeName(place).constData(),
             GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr)
            < 0
        || into(index, git_index_open, QFile::encodeName(file).constData()) < 0
        || git_repository_set_index(view.get(), index.get()) < 0)
        return unreadable();
    if (workTree != repository.workTree()
        && git_repository_set_workdir(view.get(), QFile::encodeName(workTree).constData(), false)
            < 0)
        return unreadable();
    return match(view.get(), index.get(), tree);
}

Result<ObjectId> treeOfIndexFile(const Repository &repository, const QString &file)
{
    Handle<git_index> index;
    if (into(index, git_index_open, QFile::encodeName(file).constData()) < 0)
        return unreadable();
    return treeOf(repository, index.get());
}

Result<ObjectId> treeOfIndex(const Repository &repository)
{
    const auto index = ownIndex(repository);
    return index ? treeOf(repository, index->get()) : std::unexpected(index.error());
}

Result<QList<QByteArray>> indexedPaths(const Repository &repository)
{
    const auto index = ownIndex(repository);
    if (!index)
        return std::unexpected(index.error());
    QList<QByteArray> paths;
    for (size_t i = 0; i < git_index_entrycount(index->get()); ++i)
        paths += git_index_get_byindex(index->get(), i)->path;
    return paths;
}

} // namespace waymark::git
