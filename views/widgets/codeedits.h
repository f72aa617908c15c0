#pragma once

#include "views/widgets/codetext.h"

#include <QList>

namespace waymark {

/// Lines of a text that gave way to lines of another.
struct LineEdit
{
    int line = 0; ///< of the old text
    int removed = 0;
    int newLine = 0;
    int inserted = 0;

    friend bool operator==(const LineEdit &, const LineEdit &) = default;
};

/// What makes `before` into `after`, from top to bottom. As few lines as there are, unless very
/// many differ: then they are one edit.
[[nodiscard]] QList<LineEdit> lineEdits(const CodeText &before, const CodeText &after);

/// Where a line of the old text stands in the new one. A line that was replaced is the one that
/// stands in its place, or else the nearest.
[[nodiscard]] int movedLine(const QList<LineEdit> &edits, int line);

/// Where a place in `before` stands in `after`. In a line that changed it moves with what stands
/// behind it, if that is the same.
[[nodiscard]] TextPlace movedPlace(const QList<LineEdit> &edits, const CodeText &before,
                                   const CodeText &after, TextPlace place);

} // namespace waymark
