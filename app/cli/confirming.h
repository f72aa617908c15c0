#pragma once

#include "app/cli/preparation.h"

namespace waymark::cli {

/// Whether somebody sits at a terminal and wants to be asked.
[[nodiscard]] bool isAsking(const Arguments &arguments, const Surroundings &surroundings);

/// Asks which of two differing files of a fresh clone is wanted, and plans again.
[[nodiscard]] Attempt<Preparation> settled(Preparation prepared, const Surroundings &surroundings,
                                           const Reporter &reporter);

/// Shows each of the scripts and commands in full, and asks whether to run them. An error only
/// where the input ends.
[[nodiscard]] Result<bool> agreedToRun(const QList<UndoneAction> &undone, bool isSandboxed,
                                       const Surroundings &surroundings, const Reporter &reporter);

/// Shows in short what `prepared` would do, and asks whether to do it. An error only where the
/// input ends.
[[nodiscard]] Result<bool> confirmed(const Preparation &prepared, const Surroundings &surroundings,
                                     const Reporter &reporter);

/// Why nothing was written.
enum class WhyDeclined : quint8 { Choice, Failure };

/// Says that nothing was written, and the one command that gives the same without questions: after
/// a failure, once that is put right.
void printDeclined(const Preparation &prepared, WhyDeclined why, const Arguments &arguments,
                   const Surroundings &surroundings, const Reporter &reporter);

} // namespace waymark::cli
