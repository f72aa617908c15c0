#include "models/plan/copierrendering.h"

#include "models/plan/rendermemory.h"

namespace waymark {

Rendering renderCopier(const LoadedTemplate &loaded, const RenderRequest &, RenderMemory &)
{
    Rendering rendering;
    rendering.problems = loaded.entry.definition.problems;
    return rendering;
}

} // namespace waymark
