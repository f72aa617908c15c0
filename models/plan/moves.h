#pragma once

#include "models/plan/diskwork.h"
#include "models/plan/journal.h"

namespace waymark {

/// The two places that files move between: a destination, and what is prepared for it.
struct Places
{
    Folder root;
    Folder staging;
    Folder arriving; ///< "new" of the staging folder.
    Folder departed; ///< "old" of it.
};

/// Opens the places that `journal` names, making "new" and "old" where they are missing; none where
/// its root is gone or is another folder by now.
[[nodiscard]] Result<std::optional<Places>> placesOf(FileSystem &fileSystem,
                                                     const Journal &journal);

/// What moves in so that `files` and `folders` get into `root`: for each the outermost folder that
/// is not there yet, else itself. "arrives" in a journal; ".git" comes last.
[[nodiscard]] QByteArrayList arrivalsInto(const Folder &root, const QList<StoredFile> &files,
                                          const QByteArrayList &folders);

/// Every folder that `files` are in or that is one of `folders`, outer ones first.
[[nodiscard]] QByteArrayList foldersMade(const QList<StoredFile> &files,
                                         const QByteArrayList &folders);

/// Moves out and in what has not moved yet.
[[nodiscard]] Result<> moveForward(FileSystem &fileSystem, const Places &places,
                                   const Journal &journal);
/// Moves back what has moved, but for the files of `staying`: what departed from their places does
/// not come back either.
[[nodiscard]] Result<> moveBack(FileSystem &fileSystem, const Places &places,
                                const Journal &journal, const QByteArrayList &staying = {});

/// A file or folder that is not as it was left.
struct Difference
{
    QByteArray path;
    QString message; ///< What is different.
    bool isAdded = false; ///< It is there beside what the apply left.
};

/// How what is at `units` below `folder` (empty: all of it) differs from `files` and `folders`:
/// changed, missing, or more than these. A .git is not looked at.
[[nodiscard]] Result<QList<Difference>> differences(const Folder &folder,
                                                    const QByteArrayList &units,
                                                    const QList<StoredFile> &files,
                                                    const QByteArrayList &folders);

} // namespace waymark
