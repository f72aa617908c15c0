#pragma once

#include "app/cli/arguments.h"
#include "models/jinja/options.h"

namespace waymark::cli {

/// The language that `arguments` of “render” ask for. `file` decides the dialect where they do not:
/// below a Backstage template it is nunjucks.
[[nodiscard]] Result<jinja::Options> languageOptions(const Arguments &arguments,
                                                     const QString &file);

/// Reads the templates of `folder` by names relative to it; none that leads out of it, also through
/// links.
[[nodiscard]] jinja::Loader folderLoader(const QString &folder);

} // namespace waymark::cli
