#pragma once

#include "models/plan/templatecommand.h"

#include "models/base/problem.h"

namespace waymark {

/// Fails with "process.not-found" where the program that `command` starts, or the one that its
/// script's first line names, is not there: in the sandbox, or for this process. One that comes
/// with the template, or is made by an earlier command, is not looked for.
[[nodiscard]] Result<> checkProgram(const TemplateCommand &command, bool isSandboxed);

} // namespace waymark
