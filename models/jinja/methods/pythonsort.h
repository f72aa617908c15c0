#pragma once

#include "models/jinja/runtime.h"

#include <vector>

namespace waymark::jinja {

/// list.sort(): stable, by `keys` (one for each item), which are compared with <. A short list is
/// gone through in CPython's order, so that values that cannot be compared fail with the same two.
[[nodiscard]] std::vector<Value> pythonSorted(Runtime &runtime, std::vector<Value> items,
                                              const std::vector<Value> &keys, bool isReverse);

} // namespace waymark::jinja
