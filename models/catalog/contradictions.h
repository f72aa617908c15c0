#pragma once

#include "models/catalog/formschema.h"
#include "models/catalog/schema.h"

namespace waymark {

/// What no answer can meet in `schema`, which `pointer` leads to, and a default that it refuses
/// itself: warnings, since a template that never uses it works all the same.
[[nodiscard]] QList<FormProblem> contradictions(const Schema &schema, const QString &pointer);

} // namespace waymark
