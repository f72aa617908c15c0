#pragma once

#include "app/cli/reporter.h"
#include "models/plan/plan.h"
#include "models/plan/writer.h"

namespace waymark::cli {

/// Says what “new” made of `plan`, and what to do next; with --json, as its document.
void printApplied(const Plan &plan, const Applied &applied, const Arguments &arguments,
                  const Surroundings &surroundings, Reporter &reporter);

} // namespace waymark::cli
