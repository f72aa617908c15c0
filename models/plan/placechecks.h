#pragma once

#include "models/plan/plan.h"

namespace waymark {

/// What is to tell of where `plan` puts a service and commits it: what an apply would refuse, and
/// what does not work where it goes. `plan` has its files, destination and branch.
[[nodiscard]] QList<Problem> checkPlace(const Plan &plan);

} // namespace waymark
