#pragma once

#include "models/plan/cookiecutterfiles.h"
#include "models/plan/planbudget.h"

namespace waymark {

class RenderMemory;

/// What the Cookiecutter template `loaded` makes, as Cookiecutter 2.6 does: the files below the
/// folder whose name is rendered are the service's. The form of `request` is filled in at its
/// occasion.
[[nodiscard]] Rendering renderCookiecutter(const LoadedTemplate &loaded,
                                           const RenderRequest &request, RenderMemory &memory);

/// The folder of a Cookiecutter template that becomes a project.
struct ProjectSource
{
    CookiecutterFiles &files;
    QByteArray folder; ///< From the template's.
    PlanBudget &budget; ///< What the project uses up is taken from it.
};

/// Adds to `rendering` what is made of `source`, with paths from the project's folder on. Called
/// once for a rendering.
void renderProject(const ProjectSource &source, Rendering &rendering);

} // namespace waymark
