#pragma once

#include "models/base/problem.h"
#include "models/catalog/parameter.h"

namespace waymark::cli {

/// The questions in `parameters` that a terminal asks, those within groups too.
[[nodiscard]] QList<Parameter> questionsIn(const QList<Parameter> &parameters);

/// How the answer is to be written, where that does not show.
[[nodiscard]] QString notationOf(const Parameter &parameter);

/// The answer that was typed: a choice can be named by its number, unless that is a choice itself,
/// and a list of plain values or of choices be written with commas. The error of what is no choice
/// names those that are, as a terminal shows them.
[[nodiscard]] Result<Value> typedAnswer(const Parameter &parameter, const QString &typed);

/// `preset` as whoever is asked could type it: lists with commas where that says the same, else in
/// JSON.
[[nodiscard]] QString presetText(const Parameter &parameter, const Value &preset);

} // namespace waymark::cli
