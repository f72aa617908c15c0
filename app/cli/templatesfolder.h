#pragma once

#include "app/cli/surroundings.h"
#include "models/jinja/options.h"

namespace waymark::cli {

/// Reads the templates of the folder `name` (--templates) by names relative to it; none that leads
/// out of it, also through links. Of an empty name: no loader at all.
[[nodiscard]] Result<jinja::Loader> loaderOf(const QString &name, const Surroundings &surroundings);

/// `problem` of a render of `rendered` as its user knows it: a template of the folder `name`
/// (--templates) by its path, and where one was not found the way out.
[[nodiscard]] Problem inTemplates(Problem problem, const QString &rendered, const QString &name,
                                  const Surroundings &surroundings);

} // namespace waymark::cli
