#pragma once

#include "models/catalog/form.h"
#include "models/plan/plan.h"

namespace waymark {

/// Takes the values of secret answers of `form` out of everything in `plan` that is for people to
/// read: problems, texts and links. Values of less than three characters are left, since they are
/// parts of other words.
[[nodiscard]] Plan withoutSecrets(Plan plan, const Form &form);

} // namespace waymark
