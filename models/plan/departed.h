#pragma once

#include "models/plan/moves.h"

namespace waymark {

/// How what departed by `journal` differs from what was to depart: somebody wrote to it between the
/// last look and the move.
[[nodiscard]] Result<QList<Difference>> departedChanges(const Journal &journal,
                                                        const Places &places);

/// What somebody changed in a repository that an interrupted undo took away already: it must not
/// go. Nothing where `journal` is of something else.
[[nodiscard]] Result<QList<Difference>> changedRepository(const Journal &journal,
                                                          const Places &places);

} // namespace waymark
