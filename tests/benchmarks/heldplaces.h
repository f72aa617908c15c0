#pragma once

#include "tests/benchmarks/watchdog.h"

namespace waymark::bench {

/// Prints how long the thread of the windows was held at each place, the worst first, and all
/// together, beside their goal; of those that miss it, what happened then.
void print(const QList<HeldPlace> &places);

} // namespace waymark::bench
