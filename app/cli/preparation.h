#pragma once

#include "app/cli/refusal.h"
#include "app/cli/reporter.h"
#include "models/plan/planner.h"

namespace waymark::cli {

/// A plan, and what it was made of.
struct Preparation
{
    PlanRequest request;
    Plan plan;
};

/// Does what “new” and “plan” have in common: finds the template, looks at the destination, takes,
/// derives and asks for answers, and makes the plan. It writes nothing but its questions.
[[nodiscard]] Attempt<Preparation> prepare(const Arguments &arguments,
                                           const Surroundings &surroundings, Reporter &reporter);

/// DEST as the arguments give it, absolute.
[[nodiscard]] QString destinationOf(const Arguments &arguments, const Surroundings &surroundings);

/// The template TEMPLATE of the catalog with all its files.
[[nodiscard]] Attempt<LoadedTemplate> loadNamedTemplate(const QString &name,
                                                        const Surroundings &surroundings,
                                                        Reporter &reporter);

/// 2 for a destination that cannot take a service, 3 for what could not be looked at or done.
[[nodiscard]] ExitCode exitCodeOf(const Problem &problem);

} // namespace waymark::cli
