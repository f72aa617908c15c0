#pragma once

#include "models/catalog/form.h"
#include "models/jinja/taggedvalue.h"

namespace waymark {

/// What the steps of a Backstage template see of the answers of `form`: `parameters`, `secrets` and
/// `steps`, which is empty; of a questionnaire, what that says that its files see. A parameter
/// without an answer is undefined there, and depends on the answers that decide whether it is
/// asked.
[[nodiscard]] jinja::TaggedValue contextOf(const Form &form);

} // namespace waymark
