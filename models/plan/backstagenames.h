#pragma once

#include "models/catalog/catalog.h"

#include <stop_token>

namespace waymark {

/// misspeltNames() of a Backstage template.
[[nodiscard]] QList<Problem> misspeltBackstageNames(const LoadedTemplate &loaded,
                                                    const std::stop_token &stop);

} // namespace waymark
