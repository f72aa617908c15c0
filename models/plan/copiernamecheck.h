#pragma once

#include "models/catalog/catalog.h"

#include <stop_token>

namespace waymark {

/// misspeltNames() of a Copier template.
[[nodiscard]] QList<Problem> misspeltCopierNames(const LoadedTemplate &loaded,
                                                 const std::stop_token &stop);

} // namespace waymark
