#pragma once

#include "models/items/linemark.h"

namespace waymark {

/// The parts of two lines that have no like in the other one; none where they have little in
/// common.
struct WordParts
{
    QList<MarkedColumns> before = {};
    QList<MarkedColumns> after = {};
    friend bool operator==(const WordParts &, const WordParts &) = default;
};

/// What differs between a line and the one in its place: what they begin and end with alike stays
/// out, and between that, words that both have in this order.
[[nodiscard]] WordParts differentParts(const QString &before, const QString &after);

} // namespace waymark
