#pragma once

#include "models/jinja/function.h"

namespace waymark::jinja {

// Each family of filters is a table in a file of its own; these put the families together. A filter
// is added by a row in the family where it belongs.

/// What the Nunjucks manual lists under "Builtin Filters".
[[nodiscard]] const FunctionTable &nunjucksFilters();
/// Backstage's: parseRepoUrl, parseEntityRef, pick, projectSlug.
[[nodiscard]] const FunctionTable &backstageFilters();
/// Backstage's with cookiecutterCompat: jsonify.
[[nodiscard]] const FunctionTable &backstageCompatFilters();
/// What the Jinja manual lists under "List of Builtin Filters".
[[nodiscard]] const FunctionTable &jinja2Filters();

} // namespace waymark::jinja
