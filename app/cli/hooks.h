#pragma once

#include "app/cli/preparation.h"

namespace waymark::cli {

/// `prepared`, once the template's hooks and tasks have run on what it makes, where --run-hooks
/// agrees to that: with the plan of what they left. The consent is kept. Without that option, where
/// the plan is blocked, and where there is nothing to run, it is as it was.
[[nodiscard]] Attempt<Preparation> withHooksRun(Preparation prepared, const Arguments &arguments,
                                                const Surroundings &surroundings,
                                                Reporter &reporter);

} // namespace waymark::cli
