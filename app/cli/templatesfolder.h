#pragma once

#include "app/cli/surroundings.h"
#include "models/jinja/options.h"

namespace waymark::cli {

/// Reads the templates of the folder `name` (--templates) by names relative to it; none that leads
/// out of it, also through links. Of an empty name: no loader at all.
[[nodiscard]] Result<jinja::Loader> loaderOf(const QString &name, const Surroundings &surroundings);

} // namespace waymark::cli
