#pragma once

#include "models/plan/plan.h"

namespace waymark {

/// Makes of `file`, which is planned, one that the user does not want: nothing is written, what
/// stands there is kept, and nothing that was wrong with it matters. One that is there as the
/// template has it stays.
void decline(PlannedFile &file);

} // namespace waymark
