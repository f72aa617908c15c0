#pragma once

#include "models/catalog/branches.h"

namespace waymark {

/// How often the branches of a form are decided again, since a default may ask for more: beyond it,
/// a form that never comes to rest stays as it is.
inline constexpr int maximumRounds = 8;

/// What stands at a place of a form: what was `given` (null: nothing) with everything that is
/// missing inside filled in, or the default, where `inherited` is what a default around it says. As
/// Backstage's form fills itself: an empty list stands for a list without default, an empty map for
/// a required one, and the first of several branches for one that is not decided. Empty: nothing.
[[nodiscard]] std::optional<Value> filled(const SchemaPieces &pieces, const Value *given,
                                          const Value *inherited, bool isRequired);

} // namespace waymark
