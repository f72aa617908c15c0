#pragma once

#include "models/plan/change.h"

namespace waymark {

/// How many lines a change adds and takes out.
struct LineCounts
{
    int added = 0;
    int removed = 0;
    bool isBinary = false; ///< Then no lines are counted.
    friend bool operator==(const LineCounts &, const LineCounts &) = default;
};

/// As git counts them, of what an apply does at `change`'s path; nothing is done: none.
[[nodiscard]] LineCounts lineCounts(const Change &change);

} // namespace waymark
