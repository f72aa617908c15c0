#pragma once

#include "models/plan/moves.h"
#include "models/plan/writer.h"

namespace waymark {

/// The last act of what `journal` describes: after it, there is no journal in `home` any more. Of
/// an apply, it becomes the note for undo(); of an undo, that note goes.
[[nodiscard]] Result<> finishJournal(FileSystem &fileSystem, const Folder &home,
                                     const Journal &journal);

/// Finishes or takes back what the journal in `home` describes, if there is one, and removes what
/// crashes left in `home`. `root` is where the destination, or its repository, is now.
[[nodiscard]] Result<Recovery> recoverHome(FileSystem &fileSystem, const Folder &home,
                                           const QString &root);

} // namespace waymark
