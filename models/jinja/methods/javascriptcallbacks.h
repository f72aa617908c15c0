#pragma once

#include "models/jinja/function.h"

namespace waymark::jinja::javascript {

// The methods of arrays that call a function for each item: a macro or another method, since no
// template can write one in place.

[[nodiscard]] bool isFunction(const Value &value);
/// What is called for each item: the first argument of `call`, which has to be a function.
[[nodiscard]] Object &callbackOf(Call &call);
/// What it gives for the item at `index`.
[[nodiscard]] Value answerFor(Call &call, size_t index);

} // namespace waymark::jinja::javascript
