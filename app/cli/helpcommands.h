#pragma once

#include "app/cli/arguments.h"

namespace waymark::cli {

/// waymark help [COMMAND].
[[nodiscard]] ExitCode runHelp(const Arguments &arguments, const Surroundings &surroundings,
                               Reporter &reporter);
/// waymark completion SHELL.
[[nodiscard]] ExitCode runCompletion(const Arguments &arguments, const Surroundings &surroundings,
                                     Reporter &reporter);
/// waymark man.
[[nodiscard]] ExitCode runMan(const Arguments &arguments, const Surroundings &surroundings,
                              Reporter &reporter);

} // namespace waymark::cli
