#pragma once

#include "models/catalog/catalog.h"

namespace waymark {

/// misspeltNames() of a Backstage template.
[[nodiscard]] QList<Problem> misspeltBackstageNames(const LoadedTemplate &loaded);

} // namespace waymark
