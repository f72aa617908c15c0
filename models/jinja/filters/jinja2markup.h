#pragma once

#include "models/jinja/runtime.h"

namespace waymark::jinja {

/// markupsafe.Markup(value).striptags(): without comments and tags, blanks collapsed, entities
/// resolved.
[[nodiscard]] QString withoutTags(Runtime &runtime, const QString &text);

} // namespace waymark::jinja
