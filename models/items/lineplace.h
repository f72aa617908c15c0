#pragma once

#include "models/base/problem.h"

namespace waymark {

/// The place in a text of `lines` lines that somebody wrote as "12" or "12:4": a line, and a column
/// in it, from 1. The error's message says what can be written.
[[nodiscard]] Result<SourcePosition> readLinePlace(const QString &text, int lines);

} // namespace waymark
