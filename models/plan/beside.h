#pragma once

#include "models/plan/writer.h"

namespace waymark {

/// What an undo of a destination that was absent makes of it, in a staging folder beside it.
namespace beside {
inline constexpr auto keptName = "kept"; ///< Not looked at yet, or changed: never removed.
inline constexpr auto goneName = "gone"; ///< It is what the apply left, and may go.
} // namespace beside

/// Whether such a folder is beside the destination at `path` while that is not there: left by what
/// ended in the middle, or of one that is at work.
[[nodiscard]] bool isLeftBeside(const QString &path);

/// Puts right what an apply or undo that ended in the middle left beside the destination at `path`,
/// whose folder `existing` is there: what is prepared goes, what was taken away comes back, or
/// goes where that was decided. Fails with "destination.locked" where one is still at work.
[[nodiscard]] Result<Recovery> recoverBeside(FileSystem &fileSystem, const QString &existing,
                                             const QString &path);

} // namespace waymark
