#include "models/git/index.h"

#include "models/git/handles.h"
#include "models/git/repository.h"
#include "models/git/tree.h"
#include "models/git/treebuilder.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>

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

git_index_entry toEntry(const TreeEntry &entry)
{
    git_index_entry wanted = {};
    wanted.mode = gitMode(entry);
    wanted.id = toOid(entry.id);
    wanted.path = entry.path.constData();
    return wanted;
}

bool isSame(const git_index_entry *present, const git_index_entry &wanted)
{
    return present && present->mode == wanted.mode && git_oid_equal(&present->id, &wanted.id) != 0;
}

/// Puts `entry` into `index`, with the stat data of its file. libgit2 reads and filters the file
/// for them; where that gives anything else than `entry` says, there is a change to be seen.
Result<> put(git_index *index, const TreeEntry &entry)
{
    const git_index_entry wanted = toEntry(entry);
    if (entry.kind == TreeEntry::Kind::File) {
        const int code = git_index_add_bypath(index, wanted.path);
        if (code < 0 && code != GIT_ENOTFOUND && code != GIT_EDIRECTORY)
            return unwritable();
        if (code == 0 && isSame(git_index_get_bypath(index, wanted.path, 0), wanted))
            return {};
    }
    if (git_index_add(index, &wanted) < 0)
        return unwritable();
    return {};
}

Result<> removeOthers(git_index *index, const QSet<QByteArray> &paths)
{
    QList<QByteArray> others;
    for (size_t i = 0; i < git_index_entrycount(index); ++i) {
        const QByteArray path = git_index_get_byindex(index, i)->path;
        if (!paths.contains(path))
            others += path;
    }
    for (const QByteArray &path : others) {
        if (git_index_remove(index, path.constData(), 0) < 0)
            return unwritable();
    }
    return {};
}

/// Makes `index`, whose repository has a work tree, hold `tree`, and writes it. What stays is not
/// touched, so that it keeps its stat data and what the user told git of it (skip-worktree).
Result<> match(const Repository &repository, git_index *index, const ObjectId &tree)
{
    const auto entries = readTree(repository, tree);
    if (!entries)
        return std::unexpected(entries.error());
    QSet<QByteArray> paths;
    for (const TreeEntry &entry : *entries)
        paths += entry.path;
    if (const auto removed = removeOthers(index, paths); !removed)
        return removed;
    for (const TreeEntry &entry : *entries) {
        if (isSame(git_index_get_bypath(index, entry.path.constData(), 0), toEntry(entry)))
            continue;
        if (const auto done = put(index, entry); !done)
            return done;
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
    return index ? match(repository, index->get(), tree) : std::unexpected(index.error());
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
    return match(repository, index.get(), tree);
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
