#pragma once

#include "models/items/difftext.h"

namespace waymark {

struct Plan;

/// A text before and after beside each other: both sides have the same number of lines, and those
/// that belong together stand at one height. Where a side has none, an empty line is marked so.
struct SideBySide
{
    struct Side
    {
        QByteArray text = {};
        QList<int> numbers = {}; ///< Of each line in its own text, from 1; 0: it is in none.
        QList<LineMark> marks = {}; ///< By line of `text`.
        friend bool operator==(const Side &, const Side &) = default;
    };

    Side before = {};
    Side after = {};
    QList<int> changes = {}; ///< The first line of each stretch that comes or goes, from above.

    /// Marks of the text after, at the lines of `after` that show them.
    [[nodiscard]] QList<LineMark> moved(const QList<LineMark> &marks) const;
};

/// The lines of `diff`, side by side: what comes in the place of what goes stands beside it.
[[nodiscard]] SideBySide sideBySide(const DiffText &diff);

/// "main at 41b07ce": what stands before, for the head of its column.
[[nodiscard]] QString beforeText(const Plan &plan);
/// "what you will commit"
[[nodiscard]] QString afterText(const Plan &plan);

} // namespace waymark
