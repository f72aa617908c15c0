#pragma once

#include "models/plan/rendering.h"

namespace waymark {

class RenderMemory;

/// What the Cookiecutter template `loaded` makes, as Cookiecutter 2.6 does: the files below the
/// folder whose name is rendered are the service's. The form of `request` is filled in at its
/// occasion.
[[nodiscard]] Rendering renderCookiecutter(const LoadedTemplate &loaded,
                                           const RenderRequest &request, RenderMemory &memory);

} // namespace waymark
