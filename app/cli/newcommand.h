#pragma once

#include "app/cli/arguments.h"

namespace waymark::cli {

/// waymark new.
[[nodiscard]] ExitCode runNew(const Arguments &arguments, const Surroundings &surroundings,
                              Reporter &reporter);

} // namespace waymark::cli
