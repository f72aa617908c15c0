#pragma once

#include "app/cli/answering.h"
#include "app/cli/reporter.h"
#include "models/catalog/template.h"

namespace waymark::cli {

/// The form of `given` with every answer that can be had: asked for on a terminal, derived with
/// --defaults. `definition` is the template that asks. Everything that is wrong with the answers is
/// told at once.
[[nodiscard]] Attempt<Form> completed(const GivenAnswers &given, const Template &definition,
                                      const Arguments &arguments, const Surroundings &surroundings,
                                      Reporter &reporter);

} // namespace waymark::cli
