#pragma once

#include "models/jinja/function.h"

namespace waymark::jinja {

// How Nunjucks' filters read the attribute that they are told to.

/// item[attr] of JavaScript: undefined and null have nothing.
[[nodiscard]] Value propertyOf(const Call &call, const Value &item, const Value &name);
/// lib.getAttrGetter(): own properties only, with dots.
[[nodiscard]] Value ownPropertyOf(const Call &call, const Value &item, const Value &path);
[[nodiscard]] bool isNothing(const Value &value); ///< undefined or null

} // namespace waymark::jinja
