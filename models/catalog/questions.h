#pragma once

#include "models/catalog/branches.h"

namespace waymark {

/// The question `property` at `path` as it stands with `answer` (null: none), its members and items
/// with their own paths.
[[nodiscard]] Parameter describe(const AskedProperty &property, const AnswerPath &path,
                                 const Value *answer);

} // namespace waymark
