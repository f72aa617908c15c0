#pragma once

#include "app/cli/reporter.h"
#include "models/plan/plan.h"

namespace waymark::cli {

/// A line a file, and what else a plan would do: what “plan” prints.
void printPlan(QTextStream &out, const Plan &plan, const Reporter &reporter);
/// The number of files by class, in a line.
[[nodiscard]] QString summaryOf(const Plan &plan);
/// What “new” is about to do, in a few lines.
void printSummary(QTextStream &out, const Plan &plan, const Reporter &reporter);
/// Whether the option is named that gives the reason that is missing.
enum class ReasonHint : quint8 { Shown, Hidden };
/// The answers that depart from their golden default, where there are some.
void printDeviations(QTextStream &out, const Plan &plan, ReasonHint hint = ReasonHint::Shown);
/// Prints every problem of `plan` to stderr.
void printProblems(const Plan &plan, Reporter &reporter);

} // namespace waymark::cli
