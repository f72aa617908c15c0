#pragma once

#include "models/catalog/catalog.h"

#include <stop_token>

namespace waymark {

/// misspeltNames() of a Cookiecutter template: of the one that is used by default, where it offers
/// several.
[[nodiscard]] QList<Problem> misspeltCookiecutterNames(const LoadedTemplate &loaded,
                                                       const std::stop_token &stop);

} // namespace waymark
