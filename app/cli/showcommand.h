#pragma once

#include "app/cli/arguments.h"

namespace waymark::cli {

/// waymark show.
[[nodiscard]] ExitCode runShow(const Arguments &arguments, const Surroundings &surroundings,
                               Reporter &reporter);

} // namespace waymark::cli
