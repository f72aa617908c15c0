#pragma once

#include "models/plan/plan.h"

namespace waymark {

/// `plan` as a git patch that `git apply` takes in its destination, or at the root of the
/// repository that it is a folder of. Files that depend on a secret answer are only named, in a
/// line that git skips.
[[nodiscard]] Result<QByteArray> toPatch(const Plan &plan);

} // namespace waymark
