#pragma once

#include "models/catalog/schema.h"

namespace waymark {

/// The question that `schema` stands for, as its form shows it. Its path is empty, and it is not
/// required: its surroundings know.
[[nodiscard]] Parameter readParameter(const Schema &schema, const QString &name);

} // namespace waymark
