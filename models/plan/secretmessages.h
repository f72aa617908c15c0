#pragma once

#include "models/catalog/form.h"
#include "models/plan/rendering.h"

namespace waymark {

/// `form` with something else in the place of every secret answer; nothing where it has none.
[[nodiscard]] std::optional<Form> withOtherSecrets(const Form &form);

/// Lets the problems of `rendering` say only what they say in `other`, which was made with other
/// secrets: what a template made of a secret, and whatever quotes that, stays unknown. One that
/// `other` does not have says only where it is.
void hideSecrets(Rendering &rendering, const Rendering &other);

} // namespace waymark
