#pragma once

#include "app/cli/reporter.h"
#include "app/cli/surroundings.h"
#include "models/base/problem.h"
#include "models/catalog/form.h"
#include "models/catalog/template.h"

namespace waymark::cli {

/// Asks, page by page, for everything in `form` that was not given, showing the default that Enter
/// takes, and again where an answer is wrong. `derived` are defaults for what has none;
/// `definition` has the reasons of golden ones. An error only where the input ends or the user
/// interrupts it: `form` holds what was answered until then.
[[nodiscard]] Result<> askQuestions(Form &form, const Map &derived, const Template &definition,
                                    const Surroundings &surroundings, Reporter &reporter);

} // namespace waymark::cli
