#pragma once

#include "models/plan/plan.h"

namespace waymark {

/// `plan` as a git patch that `git apply` takes in its destination. Files that depend on a secret
/// answer are only named, in a line that git skips.
[[nodiscard]] Result<QByteArray> toPatch(const Plan &plan);

} // namespace waymark
