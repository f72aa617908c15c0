#pragma once

#include "models/base/problem.h"
#include "models/base/value.h"

#include <QList>

namespace waymark::cli {

/// `members`, and behind them `problems` where there are some.
[[nodiscard]] Map withProblems(Map members, const QList<Problem> &problems);

} // namespace waymark::cli
