#pragma once

#include "app/cli/reporter.h"
#include "models/catalog/template.h"

namespace waymark::cli {

/// Prints what `parameter` of `definition` asks, with its default, limits, choices and what the
/// platform team says of it; expressions only where `reporter` is verbose or nothing else says what
/// they do. Then what is in it, where it is a group or a list of groups.
void printParameter(QTextStream &out, const Parameter &parameter, const Template &definition,
                    const Reporter &reporter);

} // namespace waymark::cli
