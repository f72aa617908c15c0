#pragma once

#include "app/cli/reporter.h"
#include "models/plan/plan.h"

namespace waymark::cli {

/// A line a file, and what else a plan would do: what “plan” prints.
void printPlan(QTextStream &out, const Plan &plan, const Reporter &reporter);
/// The options with which “new” makes just this plan: time and seed are others at the next run.
/// Nothing where it would be refused.
void printRepetition(QTextStream &out, const Plan &plan);
/// The number of files by class, in a line.
[[nodiscard]] QString summaryOf(const Plan &plan);
/// What “new” is about to do, in a few lines.
void printSummary(QTextStream &out, const Plan &plan, const Reporter &reporter);
/// The answers that depart from their golden default, where there are some.
void printDeviations(QTextStream &out, const Plan &plan);
/// Prints every problem of `plan` to stderr.
void printProblems(const Plan &plan, Reporter &reporter);

} // namespace waymark::cli
