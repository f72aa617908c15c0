#pragma once

#include "models/plan/journal.h"

namespace waymark {

/// A note for undo, and the folder it is in.
struct UndoNote
{
    Journal journal;
    QString home;
};

/// The note of the last apply to the destination at `path`, or in its repository; none where there
/// was none.
[[nodiscard]] Result<std::optional<UndoNote>> findNote(const QString &path,
                                                       const QString &stateFolder);

/// That `note` is there, and that who names `path` means its service: its folder, one in it, or the
/// root of its repository, unless that is a service of its own ("undo.nothing", "undo.other").
[[nodiscard]] Result<> checkNote(const std::optional<UndoNote> &note, const QString &path);

/// Removes the note in `home`, where there is one.
[[nodiscard]] Result<> removeNote(FileSystem &fileSystem, const QString &home);

} // namespace waymark
