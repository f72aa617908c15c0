#pragma once

#include "models/git/repository.h"
#include "models/process/program.h"

namespace waymark::git {

/// Runs a program as git would for `repository`: it starts in the work tree unless `call` names a
/// folder, and what the environment says of another repository (GIT_DIR, GIT_INDEX_FILE, …) is kept
/// from it.
[[nodiscard]] Result<ProgramResult> runForGit(const Repository &repository, ProgramCall call,
                                              const std::stop_token &stop = {});

/// The same outside of every repository.
[[nodiscard]] Result<ProgramResult> runForGit(ProgramCall call, const std::stop_token &stop = {});

} // namespace waymark::git
