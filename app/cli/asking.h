#pragma once

#include "app/cli/reporter.h"
#include "app/cli/surroundings.h"
#include "models/base/problem.h"
#include "models/catalog/form.h"

namespace waymark::cli {

/// Asks, page by page, for everything in `form` that was not given, showing the default that Enter
/// takes, and again where an answer is wrong. `derived` are defaults for what has none. An error
/// only where the input ends.
[[nodiscard]] Result<Form> askQuestions(Form form, const Map &derived, Prompt &prompt,
                                        QTextStream &out);

} // namespace waymark::cli
