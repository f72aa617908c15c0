#pragma once

#include "app/cli/arguments.h"

namespace waymark::cli {

/// waymark new.
[[nodiscard]] ExitCode runNew(const Arguments &arguments, const Surroundings &surroundings);
/// waymark plan.
[[nodiscard]] ExitCode runPlan(const Arguments &arguments, const Surroundings &surroundings);

} // namespace waymark::cli
