#pragma once

#include "models/plan/plan.h"

namespace waymark {

/// `error` with the way out of that of `warnings`, as misspeltNames() has them, which is about the
/// name that it fails at; as it is where there is none.
[[nodiscard]] Problem withHintOf(const QList<Problem> &warnings, Problem error);

/// Why hooks and tasks of `rendering` cannot be run, as errors.
[[nodiscard]] QList<Problem> commandProblems(const Rendering &rendering);

/// Leaves out warnings on the template of `plan` whose mistake is told by what fails for it: a name
/// that nothing defines, whose way out is taken over, a folder that is not there, an action that
/// nobody knows.
void tellOnce(Plan &plan);

} // namespace waymark
