#pragma once

#include "app/cli/arguments.h"

namespace waymark::cli {

/// waymark help [COMMAND].
[[nodiscard]] ExitCode runHelp(const Arguments &arguments, const Surroundings &surroundings);
/// waymark completion SHELL.
[[nodiscard]] ExitCode runCompletion(const Arguments &arguments, const Surroundings &surroundings);
/// waymark man.
[[nodiscard]] ExitCode runMan(const Arguments &arguments, const Surroundings &surroundings);

} // namespace waymark::cli
