#pragma once

#include "app/cli/arguments.h"

namespace waymark::cli {

/// waymark source.
[[nodiscard]] ExitCode runSource(const Arguments &arguments, const Surroundings &surroundings,
                                 Reporter &reporter);

} // namespace waymark::cli
