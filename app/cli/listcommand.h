#pragma once

#include "app/cli/arguments.h"

namespace waymark::cli {

/// waymark list.
[[nodiscard]] ExitCode runList(const Arguments &arguments, const Surroundings &surroundings,
                               Reporter &reporter);

} // namespace waymark::cli
