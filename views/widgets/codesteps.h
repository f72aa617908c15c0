#pragma once

#include <QStringView>

namespace waymark {

/// Columns of a line from `first` up to `end`.
struct ColumnRange
{
    int first = 0;
    int end = 0;

    friend bool operator==(const ColumnRange &, const ColumnRange &) = default;
};

/// The next place for a caret: what a reader takes for one character is one step.
[[nodiscard]] int nextColumn(QStringView line, int column);
[[nodiscard]] int previousColumn(QStringView line, int column);
/// `column`, or the start of the character that it stands in.
[[nodiscard]] int snappedColumn(QStringView line, int column);

/// The start of the next word, or the line's end. Signs between words are words too.
[[nodiscard]] int nextWordColumn(QStringView line, int column);
[[nodiscard]] int previousWordColumn(QStringView line, int column);
/// The word at `column`, which a double click takes.
[[nodiscard]] ColumnRange wordAt(QStringView line, int column);

} // namespace waymark
