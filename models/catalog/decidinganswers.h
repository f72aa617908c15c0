#pragma once

#include "models/catalog/formschema.h"

#include <QHash>

namespace waymark {

/// For each name of `form` that some answers ask for and others do not, or ask for in another way:
/// the names of the answers that decide it, sorted, those that decide these in turn included. Names
/// that are always asked in the same way are not in it.
[[nodiscard]] QHash<QString, QStringList> decidingAnswers(const FormSchema &form);

} // namespace waymark
