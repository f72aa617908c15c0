#pragma once

#include "app/cli/preparation.h"

namespace waymark::cli {

/// Asks which of two differing files of a fresh clone is wanted, and plans again.
[[nodiscard]] Attempt<Preparation> settled(Preparation prepared, const Surroundings &surroundings,
                                           const Reporter &reporter);

/// Shows in short what `prepared` would do, and asks whether to do it. An error only where the
/// input ends.
[[nodiscard]] Result<bool> confirmed(const Preparation &prepared, const Surroundings &surroundings,
                                     const Reporter &reporter);

/// Says that nothing was written, and the one command that gives the same without questions.
void printDeclined(const Preparation &prepared, const Arguments &arguments,
                   const Reporter &reporter);

} // namespace waymark::cli
