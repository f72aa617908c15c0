#pragma once

#include "models/base/problem.h"

namespace waymark {

/// How many characters may be read and written for all patterns of one list: what stands behind a
/// "!(…)" is written twice.
constexpr qsizetype mostGlobWork = 1'000'000;

/// One glob pattern as a regular expression that a whole path matches. Takes what it reads and
/// writes from `left`. An error where that is not enough, where the pattern is longer than 4,096
/// characters, and where its brackets are more than 32 deep.
[[nodiscard]] Result<QString> globToRegex(QStringView pattern, qsizetype &left);

} // namespace waymark
