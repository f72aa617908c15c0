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

/// Whether somebody who names `path` means the service of `note`: its folder, one in it, or the
/// root of its repository.
[[nodiscard]] bool isAbout(const Journal &note, const QString &path);

} // namespace waymark
