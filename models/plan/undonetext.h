#pragma once

#include "models/plan/rendering.h"

namespace waymark {

/// Lines that say how `action` is done by hand: where it goes, the commands, the links; its input
/// where there is no other way.
[[nodiscard]] QStringList undoneDetails(const UndoneAction &action);

} // namespace waymark
