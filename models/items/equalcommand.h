#pragma once

#include "models/catalog/catalog.h"
#include "models/catalog/form.h"
#include "models/plan/plan.h"

namespace waymark {

/// The `waymark new …` that makes the same of `entry` and `form` at `destination`, quoted for a
/// shell. A secret is asked for by the name of a variable of the environment, never by its value.
[[nodiscard]] QString equalCommand(const CatalogEntry &entry, const Form &form,
                                   const QString &destination, const PlanWishes &wishes);

} // namespace waymark
