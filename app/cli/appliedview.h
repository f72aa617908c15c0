#pragma once

#include "app/cli/preparation.h"
#include "models/plan/writer.h"

namespace waymark::cli {

/// Says what “new” made as `prepared` planned it, and what to do next; with --json, as its
/// document.
void printApplied(const Preparation &prepared, const Applied &applied, const Arguments &arguments,
                  const Surroundings &surroundings, Reporter &reporter);

} // namespace waymark::cli
