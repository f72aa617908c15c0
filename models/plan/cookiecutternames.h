#pragma once

#include "models/catalog/catalog.h"

namespace waymark {

/// misspeltNames() of a Cookiecutter template: of the one that is used by default, where it offers
/// several.
[[nodiscard]] QList<Problem> misspeltCookiecutterNames(const LoadedTemplate &loaded);

} // namespace waymark
