#pragma once

#include "app/cli/reporter.h"
#include "models/plan/capabilities.h"

namespace waymark::cli {

/// What a template may do, a line a kind.
void printCapabilities(QTextStream &out, const Capabilities &capabilities,
                       const Reporter &reporter);

} // namespace waymark::cli
