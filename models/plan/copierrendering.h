#pragma once

#include "models/plan/rendering.h"

namespace waymark {

class RenderMemory;

/// What the Copier template `loaded` makes, as Copier does; the form of `request` is filled in at
/// its occasion.
[[nodiscard]] Rendering renderCopier(const LoadedTemplate &loaded, const RenderRequest &request,
                                     RenderMemory &memory);

} // namespace waymark
