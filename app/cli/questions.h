#pragma once

#include "models/base/problem.h"
#include "models/catalog/parameter.h"

namespace waymark::cli {

/// The questions in `parameters` that a terminal asks, those within groups too.
[[nodiscard]] QList<Parameter> questionsIn(const QList<Parameter> &parameters);

/// How the answer is to be written, where that does not show.
[[nodiscard]] QString notationOf(const Parameter &parameter);

/// The answer that was typed: a choice can be named by its number, unless that is a choice itself,
/// and a list of plain values be written with commas.
[[nodiscard]] Result<Value> typedAnswer(const Parameter &parameter, const QString &typed);

} // namespace waymark::cli
