#pragma once

#include "models/git/handles.h"
#include "models/git/tree.h"

#include <functional>

namespace waymark::git {

/// One path of a tree to be built, with git's own mode.
struct Leaf
{
    QByteArray path;
    quint32 mode = GIT_FILEMODE_BLOB;
    ObjectId id;
};

/// Takes the content of a tree object and gives its name: hashes it, or writes it somewhere.
using TreeSink = std::function<Result<ObjectId>(QByteArrayView content)>;

[[nodiscard]] Result<ObjectId> buildTree(QList<Leaf> leaves, const TreeSink &sink);

[[nodiscard]] Result<ObjectId> hashObject(QByteArrayView content, git_object_t type);
[[nodiscard]] Result<ObjectId> writeObject(git_odb *database, QByteArrayView content,
                                           git_object_t type);

[[nodiscard]] quint32 gitMode(const TreeEntry &entry);

} // namespace waymark::git
