#pragma once

#include "models/catalog/template.h"

namespace waymark {

/// What becomes of a step with this action: actions of Backstage and of its public modules are
/// known by their names.
[[nodiscard]] TemplateStep::Kind kindOfAction(const QString &action);

} // namespace waymark
