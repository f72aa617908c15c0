#pragma once

#include "models/base/problem.h"
#include "models/base/value.h"

#include <QList>

namespace waymark::cli {

[[nodiscard]] Value asJson(const Problem &problem);
[[nodiscard]] Value asJson(const QList<Problem> &problems);

/// `members`, and behind them `problems` where there are some.
[[nodiscard]] Map withProblems(Map members, const QList<Problem> &problems);

} // namespace waymark::cli
