#pragma once

#include "models/plan/plan.h"

namespace waymark {

/// `plan` as `waymark plan --json` prints it: the members that
/// resources/schemas/waymark-plan.schema.json describes. What depends on a secret answer is left
/// out, and its hash is there. A file's content is text, or Base64 where it is no UTF-8.
[[nodiscard]] Map toJsonMembers(const Plan &plan);

} // namespace waymark
