#pragma once

#include "models/plan/moves.h"

namespace waymark {

/// Keeps what of the arriving files of `journal` is no longer as it was prepared, before they go:
/// it moves to a folder of its own in `home`, or, where that is on another disk, in the
/// destination. Warnings, one a file, say where.
[[nodiscard]] Result<QList<Problem>> keepChanged(FileSystem &fileSystem, const Folder &home,
                                                 const Journal &journal, const Places &places);

} // namespace waymark
