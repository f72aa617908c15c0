#pragma once

#include "app/cli/arguments.h"

namespace waymark::cli {

/// waymark draft: services that are begun and not made, as the window keeps them.
[[nodiscard]] ExitCode runDraft(const Arguments &arguments, const Surroundings &surroundings,
                                Reporter &reporter);

} // namespace waymark::cli
