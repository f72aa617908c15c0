#pragma once

#include "app/cli/preparation.h"

namespace waymark::cli {

/// waymark plan.
[[nodiscard]] ExitCode runPlan(const Arguments &arguments, const Surroundings &surroundings,
                               Reporter &reporter);

/// Prints what is prepared as --patch or --json (a document of `kind`) want it, else for a person,
/// with what the template may do. 1 where there is something to see.
[[nodiscard]] ExitCode showPlan(const Preparation &prepared, const QString &kind,
                                const Arguments &arguments, const Surroundings &surroundings,
                                Reporter &reporter);

} // namespace waymark::cli
