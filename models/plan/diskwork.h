#pragma once

#include "models/base/filemode.h"
#include "models/plan/filesystem.h"
#include "models/plan/folder.h"

namespace waymark {

/// The folder `path` below `base` (empty: `base` again), made where it is missing. A link or file
/// in its place is an error.
[[nodiscard]] Result<Folder> makeFolders(FileSystem &fileSystem, const Folder &base,
                                         const QByteArray &path);

/// The folder at the absolute `path`, made where it is missing, with the folders above it.
[[nodiscard]] Result<Folder> makeFolder(FileSystem &fileSystem, const QString &path);

/// Makes the file or link `path` below `base`, in folders that are made where they are missing. It
/// must not be there yet.
[[nodiscard]] Result<> writeFile(FileSystem &fileSystem, const Folder &base, const QByteArray &path,
                                 FileMode mode, const QByteArray &content);

/// Puts the file `name` with `content` into `folder`, in the place of one of that name: after a
/// crash either the one or the other is there, whole.
[[nodiscard]] Result<> replaceFile(FileSystem &fileSystem, const Folder &folder,
                                   const QByteArray &name, const QByteArray &content);

/// Moves what is at `path` below `from` to the same path below `to`, whose folders must be there
/// and where nothing may be.
[[nodiscard]] Result<> moveEntry(FileSystem &fileSystem, const Folder &from, const Folder &to,
                                 const QByteArray &path);

/// Removes the file `name` from `folder`, if it is there.
[[nodiscard]] Result<> removeFile(FileSystem &fileSystem, const Folder &folder,
                                  const QByteArray &name);

/// Removes the file, link or folder `name` from `folder` with all below it, if it is there: however
/// deep that is, and whatever the modes of its folders are.
[[nodiscard]] Result<> removeTree(FileSystem &fileSystem, const Folder &folder,
                                  const QByteArray &name);

/// Says `work` before and after `action`, which changes something by other ways than `fileSystem`.
template<typename Action>
[[nodiscard]] auto stepped(FileSystem &fileSystem, const char *work, Action action)
    -> decltype(action())
{
    if (fileSystem.step(work) != 0)
        return systemFailure(QString(), QString::fromLatin1(work));
    auto result = action();
    if (result && fileSystem.step(work) != 0)
        return systemFailure(QString(), QString::fromLatin1(work));
    return result;
}

} // namespace waymark
