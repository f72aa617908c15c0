#pragma once

#include "app/cli/arguments.h"
#include "models/plan/plan.h"

namespace waymark::cli {

/// waymark plan.
[[nodiscard]] ExitCode runPlan(const Arguments &arguments, const Surroundings &surroundings,
                               Reporter &reporter);

/// Prints `plan` as --patch or --json (a document of `kind`) want it, else for a person. 1 where
/// there is something to see.
[[nodiscard]] ExitCode showPlan(const Plan &plan, const QString &kind, const Arguments &arguments,
                                const Surroundings &surroundings, Reporter &reporter);

} // namespace waymark::cli
