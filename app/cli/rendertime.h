#pragma once

#include "app/cli/arguments.h"
#include "models/base/problem.h"

#include <QByteArray>
#include <QDateTime>

namespace waymark::cli {

/// The time that templates see: --now, else SOURCE_DATE_EPOCH, else the clock; in whole seconds,
/// UTC. A year above 9999 is an error.
[[nodiscard]] Result<QDateTime> timeOf(const Arguments &arguments,
                                       const Surroundings &surroundings);

/// The seed of --seed, or one drawn now.
[[nodiscard]] Result<QByteArray> seedOf(const Arguments &arguments,
                                        const Surroundings &surroundings);

} // namespace waymark::cli
