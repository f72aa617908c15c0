#pragma once

#include "app/cli/arguments.h"
#include "models/jinja/options.h"

namespace waymark::cli {

/// The language that `arguments` of “render” ask for, with its loader. Where they do not name the
/// dialect, their file decides: below a Backstage template it is nunjucks. What the dialect does
/// not have, and what is not there, is an error.
[[nodiscard]] Result<jinja::Options> languageOptions(const Arguments &arguments,
                                                     const Surroundings &surroundings);

} // namespace waymark::cli
