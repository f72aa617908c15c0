#pragma once

#include "app/cli/preparation.h"

namespace waymark::cli {

/// `prepared`, once the template's hooks and tasks have run on what it makes, where --run-hooks
/// wants that: with the plan of what they left. They run only where somebody has agreed to just
/// them: whoever is asked, who has read the plan that --expect-plan names, or in a consent that was
/// kept. The consent is kept. Without that option, where the plan is blocked, where there is
/// nothing to run, and for who says no, it is as it was.
[[nodiscard]] Attempt<Preparation> withHooksRun(Preparation prepared, const Arguments &arguments,
                                                const Surroundings &surroundings,
                                                Reporter &reporter);

} // namespace waymark::cli
