#pragma once

#include "models/base/filemode.h"
#include "models/base/problem.h"
#include "models/git/objectid.h"

#include <QList>

namespace waymark::git {

class Repository;

/// One file with its content; of a link, `content` is what it points to.
struct File
{
    QByteArray path
        = {}; ///< From the root of the tree, with '/', no component empty, ".", ".." or ".git".
    FileMode mode = FileMode::Regular;
    QByteArray content = {};
    friend bool operator==(const File &, const File &) = default;
};

/// What a tree says of one path, subfolders resolved.
struct TreeEntry
{
    enum class Kind : quint8 { File, Submodule };
    QByteArray path = {};
    FileMode mode = FileMode::Regular; ///< Of a submodule: Regular, without meaning.
    ObjectId id = {}; ///< A blob's; of a submodule, a commit's.
    Kind kind = Kind::File;
    friend bool operator==(const TreeEntry &, const TreeEntry &) = default;
};

/// The name `content` would have as a blob. Writes nothing.
[[nodiscard]] ObjectId blobId(QByteArrayView content);

/// The name of the tree that holds `files` (in any order). Writes nothing and needs no repository.
/// A path twice, a path that is a file and a folder too, and a path that no tree may hold are
/// errors.
[[nodiscard]] Result<ObjectId> treeId(const QList<File> &files);

/// The same, of entries whose content is known by its name only.
[[nodiscard]] Result<ObjectId> treeId(const QList<TreeEntry> &entries);

/// The tree without entries, which is the same in every repository.
[[nodiscard]] ObjectId emptyTree();

[[nodiscard]] Result<ObjectId> writeBlob(const Repository &repository, QByteArrayView content);

/// Writes blobs and trees for `files`; the same id as treeId(), which says what is an error.
[[nodiscard]] Result<ObjectId> writeTree(const Repository &repository, const QList<File> &files);
/// Writes trees for `entries`, whose objects are there already.
[[nodiscard]] Result<ObjectId> writeTree(const Repository &repository,
                                         const QList<TreeEntry> &entries);

/// Writes `base` without the files of `removed` (one that is not there does not matter) and then
/// with the entries of `upserts`; folders that become empty go. A file where `upserts` need a
/// folder, and the other way round, is an error ("git.path").
[[nodiscard]] Result<ObjectId> updateTree(const Repository &repository, const ObjectId &base,
                                          const QList<TreeEntry> &upserts,
                                          const QList<QByteArray> &removed = {});

/// All files and submodules below `tree`, sorted by the bytes of their paths.
[[nodiscard]] Result<QList<TreeEntry>> readTree(const Repository &repository, const ObjectId &tree);

/// The subtree at `folder` (empty: `tree` itself); nothing where no folder is there.
[[nodiscard]] Result<std::optional<ObjectId>> subtree(const Repository &repository,
                                                      const ObjectId &tree,
                                                      const QByteArray &folder);

[[nodiscard]] Result<QByteArray> readBlob(const Repository &repository, const ObjectId &blob);

} // namespace waymark::git
