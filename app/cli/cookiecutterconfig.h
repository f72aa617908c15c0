#pragma once

#include "app/cli/surroundings.h"
#include "models/base/problem.h"
#include "models/base/value.h"

namespace waymark::cli {

// What users of Cookiecutter have set for themselves, in the file that COOKIECUTTER_CONFIG names,
// else in
// ~/.cookiecutterrc (Cookiecutter's manual, "User Config").

/// `default_context`: what stands in the place of a template's own defaults.
[[nodiscard]] Result<Map> cookiecutterDefaults(const Surroundings &surroundings);

/// The template that `name` means by `abbreviations`: "gh:pallets/x" is an address. A name that
/// none of them begins is itself.
[[nodiscard]] Result<QString> unabbreviated(const QString &name, const Surroundings &surroundings);

} // namespace waymark::cli
