#pragma once

#include "models/items/linemark.h"

#include <QByteArray>

namespace waymark {

/// Where a line of a comparison stands, from 1: 0, it is not in that text.
struct DiffLine
{
    int before = 0;
    int after = 0;

    [[nodiscard]] bool isChanged() const { return (before == 0) != (after == 0); }
    friend bool operator==(const DiffLine &, const DiffLine &) = default;
};

/// A text before and after as one, to be read from above: what goes stands before what comes in
/// its place, and in place of a long stretch that stays there is an empty line that says so.
struct DiffText
{
    enum class Extent : quint8 {
        Changes, ///< With a few lines around each.
        Whole,
    };

    QByteArray text = {};
    QList<DiffLine> lines = {}; ///< One for each line of `text`; of a gap, neither number.
    QList<LineMark> marks = {}; ///< By line of `text`.
    QList<int> changes = {}; ///< The first line of each stretch that comes or goes, from above.

    /// What to write beside each line: where it stands after, of one that goes, before; 0: nothing.
    [[nodiscard]] QList<int> numbers() const;
    /// Marks of the text after, where its lines are here; those of lines that are not are left out.
    [[nodiscard]] QList<LineMark> moved(const QList<LineMark> &after) const;
    /// The line that shows this one of the text after, or the nearest before it.
    [[nodiscard]] int lineOf(int after) const;
    friend bool operator==(const DiffText &, const DiffText &) = default;
};

/// The one of `changes` (lines, from above) behind (before) a line; 0: there is none.
[[nodiscard]] int nextChange(const QList<int> &changes, int line, bool backwards = false);

/// Compares line by line as git does. Where nothing stood before, the text is shown as it is, and
/// all of it is one change.
[[nodiscard]] DiffText diffText(const QByteArray &before, const QByteArray &after,
                                DiffText::Extent extent = DiffText::Extent::Changes);

} // namespace waymark
