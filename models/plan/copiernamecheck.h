#pragma once

#include "models/catalog/catalog.h"

namespace waymark {

/// misspeltNames() of a Copier template.
[[nodiscard]] QList<Problem> misspeltCopierNames(const LoadedTemplate &loaded);

} // namespace waymark
