#pragma once

#include "models/plan/plan.h"

namespace waymark {

/// What a plan is made of, beside what stands at the destination.
struct PlanRequest
{
    LoadedTemplate loaded;
    TemplateIdentity identity;
    RenderRequest render;
    PlanWishes wishes;
};

/// Every path that a plan of `rendering` looks at in the destination; those that no system could
/// hold are left out. What observed() is to be asked for.
[[nodiscard]] QByteArrayList pathsToObserve(const Rendering &rendering);

/// The plan that brings `rendering`, made of `request`, to `destination`, every path of which has
/// been observed, and where a commit is wanted, looked at by withUnstorable(). Pure: the same
/// arguments give the same plan.
[[nodiscard]] Plan makePlan(const PlanRequest &request, const Rendering &rendering,
                            const DestinationSnapshot &destination);

} // namespace waymark
