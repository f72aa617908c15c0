#pragma once

#include "models/plan/plan.h"
#include "models/plan/writer.h"

namespace waymark {

/// What an apply of `plan` hands to the writer; it is never asked to stop.
[[nodiscard]] WriteRequest writeRequestOf(const Plan &plan);

} // namespace waymark
