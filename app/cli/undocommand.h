#pragma once

#include "app/cli/arguments.h"

namespace waymark::cli {

/// waymark undo.
[[nodiscard]] ExitCode runUndo(const Arguments &arguments, const Surroundings &surroundings,
                               Reporter &reporter);

} // namespace waymark::cli
