#pragma once

#include "app/cli/reporter.h"
#include "models/plan/plan.h"

namespace waymark::cli {

/// A line a file, and what else a plan would do: what “plan” prints.
void printPlan(QTextStream &out, const Plan &plan, const Reporter &reporter);
/// The number of files by class, in a line.
[[nodiscard]] QString summaryOf(const Plan &plan);
/// What the template asks for that was not done, and what to do next.
void printNextSteps(QTextStream &out, const Plan &plan, const QString &destination,
                    bool isCommitted, const Reporter &reporter);
/// Prints every problem of `plan` to stderr.
void printProblems(const Plan &plan, const Reporter &reporter);

} // namespace waymark::cli
