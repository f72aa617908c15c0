#pragma once

#include "models/items/formfield.h"

namespace waymark {

/// What stands in a field of numbers `steps` steps further: on the multiples that are asked for,
/// within the limits. What is no number starts at the default, or at the nearest to zero.
[[nodiscard]] QString steppedNumber(const FormField &field, const QString &text, int steps);

} // namespace waymark
