#include "models/git/tree.h"

#include "models/git/repository.h"
#include "models/git/treebuilder.h"

#include <QCoreApplication>

#include <algorithm>

namespace waymark::git {
namespace {

const TreeSink hashOnly
    = [](QByteArrayView content) { return hashObject(content, GIT_OBJECT_TREE); };

QList<Leaf> leavesOf(const QList<TreeEntry> &entries)
{
    QList<Leaf> leaves;
    leaves.reserve(entries.size());
    for (const TreeEntry &entry : entries)
        leaves += {entry.path, gitMode(entry), entry.id};
    return leaves;
}

Result<Handle<git_odb>> databaseOf(const Repository &repository)
{
    Handle<git_odb> database;
    if (into(database, git_repository_odb, repository.handle()) < 0)
        return lastError(
            QCoreApplication::translate("Git", "The repository's objects cannot be read"));
    return database;
}

TreeSink writerTo(git_odb *database)
{
    return [database](QByteArrayView content) {
        return writeObject(database, content, GIT_OBJECT_TREE);
    };
}

TreeEntry entryAt(const QByteArray &path, const git_tree_entry *entry)
{
    TreeEntry read = {.path = path, .id = fromOid(*git_tree_entry_id(entry))};
    switch (git_tree_entry_filemode(entry)) {
    case GIT_FILEMODE_BLOB_EXECUTABLE:
        read.mode = FileMode::Executable;
        break;
    case GIT_FILEMODE_LINK:
        read.mode = FileMode::Link;
        break;
    case GIT_FILEMODE_COMMIT:
        read.kind = TreeEntry::Kind::Submodule;
        break;
    default:
        break;
    }
    return read;
}

} // namespace

ObjectId blobId(QByteArrayView content)
{
    return hashObject(content, GIT_OBJECT_BLOB).value_or(ObjectId());
}

Result<ObjectId> treeId(const QList<File> &files)
{
    QList<Leaf> leaves;
    leaves.reserve(files.size());
    for (const File &file : files)
        leaves += {file.path, quint32(file.mode), blobId(file.content)};
    return buildTree(std::move(leaves), hashOnly);
}

Result<ObjectId> treeId(const QList<TreeEntry> &entries)
{
    return buildTree(leavesOf(entries), hashOnly);
}

ObjectId emptyTree()
{
    return hashObject({}, GIT_OBJECT_TREE).value_or(ObjectId());
}

Result<ObjectId> writeBlob(const Repository &repository, QByteArrayView content)
{
    const auto database = databaseOf(repository);
    return database ? writeObject(database->get(), content, GIT_OBJECT_BLOB)
                    : std::unexpected(database.error());
}

Result<ObjectId> writeTree(const Repository &repository, const QList<File> &files)
{
    const auto database = databaseOf(repository);
    if (!database)
        return std::unexpected(database.error());
    if (const auto valid = treeId(files); !valid)
        return valid; // before anything is written
    QList<Leaf> leaves;
    leaves.reserve(files.size());
    for (const File &file : files) {
        const auto id = writeObject(database->get(), file.content, GIT_OBJECT_BLOB);
        if (!id)
            return id;
        leaves += {file.path, quint32(file.mode), *id};
    }
    return buildTree(std::move(leaves), writerTo(database->get()));
}

Result<ObjectId> writeTree(const Repository &repository, const QList<TreeEntry> &entries)
{
    const auto database = databaseOf(repository);
    return database ? buildTree(leavesOf(entries), writerTo(database->get()))
                    : std::unexpected(database.error());
}

Result<QList<TreeEntry>> readTree(const Repository &repository, const ObjectId &tree)
{
    const auto unreadable
        = [] { return lastError(QCoreApplication::translate("Git", "A tree cannot be read")); };
    const git_oid id = toOid(tree);
    Handle<git_tree> root;
    if (tree != emptyTree() && into(root, git_tree_lookup, repository.handle(), &id) < 0)
        return unreadable();
    QList<TreeEntry> entries;
    const auto add = [](const char *folder, const git_tree_entry *entry, void *list) {
        if (git_tree_entry_type(entry) != GIT_OBJECT_TREE)
            *static_cast<QList<TreeEntry> *>(list)
                += entryAt(QByteArray(folder) + git_tree_entry_name(entry), entry);
        return 0;
    };
    if (root && git_tree_walk(root.get(), GIT_TREEWALK_PRE, add, &entries) < 0)
        return unreadable();
    std::ranges::sort(entries, {}, &TreeEntry::path);
    return entries;
}

Result<std::optional<ObjectId>> subtree(const Repository &repository, const ObjectId &tree,
                                        const QByteArray &folder)
{
    if (folder.isEmpty())
        return tree;
    if (tree == emptyTree()) // which need not be among the objects
        return std::nullopt;
    const git_oid id = toOid(tree);
    Handle<git_tree> root;
    if (into(root, git_tree_lookup, repository.handle(), &id) < 0)
        return lastError(QCoreApplication::translate("Git", "A tree cannot be read"));
    git_tree_entry *entry = nullptr;
    const int code = git_tree_entry_bypath(&entry, root.get(), folder.constData());
    const std::unique_ptr<git_tree_entry, decltype(&git_tree_entry_free)> owner(
        entry, &git_tree_entry_free);
    if (code == GIT_ENOTFOUND || (code == 0 && git_tree_entry_type(entry) != GIT_OBJECT_TREE))
        return std::nullopt;
    if (code < 0)
        return lastError(QCoreApplication::translate("Git", "A tree cannot be read"));
    return fromOid(*git_tree_entry_id(entry));
}

Result<QByteArray> readBlob(const Repository &repository, const ObjectId &blob)
{
    const git_oid id = toOid(blob);
    Handle<git_blob> handle;
    if (into(handle, git_blob_lookup, repository.handle(), &id) < 0)
        return lastError(QCoreApplication::translate("Git", "A file's content cannot be read"));
    return QByteArray(static_cast<const char *>(git_blob_rawcontent(handle.get())),
                      static_cast<qsizetype>(git_blob_rawsize(handle.get())));
}

} // namespace waymark::git
