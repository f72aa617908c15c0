#pragma once

#include "models/jinja/runtime.h"

#include <vector>

namespace waymark::jinja {

/// Goes through the items of any iterable, as Python's iter() and next() do: no further than it is
/// asked, and a list may grow meanwhile.
class ItemCursor
{
public:
    /// What is not iterable is the language's error, thrown here.
    ItemCursor(Runtime &runtime, const Value &iterable);
    /// Missing at the end. Charges a step.
    [[nodiscard]] Value next(Runtime &runtime);

private:
    Value m_iterable; ///< A list, tuple, range or iterator, or Missing:
    std::vector<Value> m_items; ///< then all the items are here.
    qint64 m_position = 0;
};

} // namespace waymark::jinja
