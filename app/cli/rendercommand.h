#pragma once

#include "app/cli/arguments.h"

namespace waymark::cli {

/// waymark render.
[[nodiscard]] ExitCode runRender(const Arguments &arguments, const Surroundings &surroundings,
                                 Reporter &reporter);

} // namespace waymark::cli
