#pragma once

#include "app/cli/surroundings.h"
#include "models/jinja/options.h"

namespace waymark::cli {

/// Reads the templates of the folder `name` (--templates) by names relative to it; none that leads
/// out of it, also through links. Of an empty name: no loader at all.
[[nodiscard]] Result<jinja::Loader> loaderOf(const QString &name, const Surroundings &surroundings);

/// `problem` of a render with the way out where a template was not found: what --templates, `name`,
/// has to do with it.
[[nodiscard]] Problem withTemplatesHint(Problem problem, const QString &name,
                                        const Surroundings &surroundings);

} // namespace waymark::cli
