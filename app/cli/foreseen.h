#pragma once

#include "app/cli/refusal.h"
#include "models/plan/planner.h"

namespace waymark::cli {

/// What a plan is made for.
enum class Aim : quint8 { Show, Apply };

/// Why nothing can come of `wishes` at `destination` whatever is answered, so that nobody is asked
/// in vain. `isAsking`: somebody is to be; else what only the plan needs is left to that. For what
/// is applied git is asked whom a commit is by.
[[nodiscard]] std::optional<Refusal> foreseenRefusal(const DestinationSnapshot &destination,
                                                     const PlanWishes &wishes, Aim aim,
                                                     bool isAsking);

/// That the branch of `plan` starts from one that has commits of its own, so that what is made of
/// it carries these too.
[[nodiscard]] std::optional<Problem> startNote(const Plan &plan);

/// Whether `plan` can never be applied at its destination.
[[nodiscard]] bool isHopeless(const Plan &plan);

} // namespace waymark::cli
