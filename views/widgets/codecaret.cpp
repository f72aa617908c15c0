#include "views/widgets/codecaret.h"

#include <QKeyEvent>

#include <array>

namespace waymark {
namespace {

using Step = CodeCaret::Step;

struct Keys
{
    QKeySequence::StandardKey moving;
    QKeySequence::StandardKey selecting;
    Step step;
};

constexpr std::array keys{
    Keys{QKeySequence::MoveToPreviousChar, QKeySequence::SelectPreviousChar, Step::Left},
    Keys{QKeySequence::MoveToNextChar, QKeySequence::SelectNextChar, Step::Right},
    Keys{QKeySequence::MoveToPreviousWord, QKeySequence::SelectPreviousWord, Step::WordLeft},
    Keys{QKeySequence::MoveToNextWord, QKeySequence::SelectNextWord, Step::WordRight},
    Keys{QKeySequence::MoveToPreviousLine, QKeySequence::SelectPreviousLine, Step::Up},
    Keys{QKeySequence::MoveToNextLine, QKeySequence::SelectNextLine, Step::Down},
    Keys{QKeySequence::MoveToPreviousPage, QKeySequence::SelectPreviousPage, Step::PageUp},
    Keys{QKeySequence::MoveToNextPage, QKeySequence::SelectNextPage, Step::PageDown},
    Keys{QKeySequence::MoveToStartOfLine, QKeySequence::SelectStartOfLine, Step::RowStart},
    Keys{QKeySequence::MoveToEndOfLine, QKeySequence::SelectEndOfLine, Step::RowEnd},
    Keys{QKeySequence::MoveToStartOfDocument, QKeySequence::SelectStartOfDocument, Step::TextStart},
    Keys{QKeySequence::MoveToEndOfDocument, QKeySequence::SelectEndOfDocument, Step::TextEnd},
};

bool isVertical(Step step)
{
    return step == Step::Up || step == Step::Down || step == Step::PageUp || step == Step::PageDown;
}

TextPlace endOfLine(const CodeText &text, int line)
{
    return {line, int(text.line(line).size())};
}

CodeRows::Place lastRowOf(const CodeLayout &layout, int line)
{
    return layout.rows().placeOf(endOfLine(layout.text(), line));
}

/// The place at one side of a row.
TextPlace edgeOf(const CodeLayout &layout, CodeRows::Place row, bool isLeft)
{
    const ColumnRange columns = layout.rows().columnsOf(row);
    const QStringView line = layout.text().line(row.line);
    const int column = columns.first + layout.row(row).edge(isLeft);
    const bool isOfNextRow = column == columns.end && column < line.size();
    return {row.line, isOfNextRow ? previousColumn(line, column) : column};
}

/// The end of a row; a second time the end of its line.
TextPlace rowEnd(const CodeLayout &layout, TextPlace place)
{
    const int end = layout.rows().columnsOf(layout.rows().placeOf(place)).end;
    const QStringView line = layout.text().line(place.line);
    const int last = end < line.size() ? previousColumn(line, end) : end;
    return place.column == last ? endOfLine(layout.text(), place.line)
                                : TextPlace{place.line, last};
}

TextPlace rowStart(const CodeLayout &layout, TextPlace place)
{
    const int first = layout.rows().columnsOf(layout.rows().placeOf(place)).first;
    return {place.line, place.column == first ? 0 : first};
}

} // namespace

std::optional<CodeCaret::Key> CodeCaret::keyOf(const QKeyEvent &event)
{
    for (const Keys &row : keys) {
        if (event.matches(row.moving))
            return Key{row.step, false};
        if (event.matches(row.selecting))
            return Key{row.step, true};
    }
    return std::nullopt;
}

void CodeCaret::set(TextPlace place, bool isSelecting)
{
    m_place = place;
    if (!isSelecting)
        m_anchor = place;
    m_goal = -1;
}

void CodeCaret::select(TextPlace anchor, TextPlace place)
{
    m_anchor = anchor;
    m_place = place;
    m_goal = -1;
}

void CodeCaret::move(Step step, bool isSelecting, const CodeLayout &layout)
{
    if (hasSelection() && !isSelecting && (step == Step::Left || step == Step::Right)) {
        set(step == Step::Left ? first() : last()); // as everywhere: it ends the selection
        return;
    }
    const double goal = !isVertical(step) ? -1 : m_goal >= 0 ? m_goal : layout.xOf(m_place);
    m_goal = goal;
    const TextPlace place = target(step, layout);
    set(place, isSelecting);
    m_goal = goal;
}

TextPlace CodeCaret::target(Step step, const CodeLayout &layout) const
{
    const int page = std::max(1, layout.viewport().height() / layout.rowHeight() - 1);
    switch (step) {
    case Step::Left:
    case Step::Right:
        return beside(step == Step::Left, layout);
    case Step::WordLeft:
    case Step::WordRight:
        return word(step == Step::WordLeft, layout);
    case Step::Up:
        return rowsAway(-1, layout);
    case Step::Down:
        return rowsAway(1, layout);
    case Step::PageUp:
        return rowsAway(-page, layout);
    case Step::PageDown:
        return rowsAway(page, layout);
    case Step::RowStart:
        return rowStart(layout, m_place);
    case Step::RowEnd:
        return rowEnd(layout, m_place);
    case Step::TextStart:
        return {};
    case Step::TextEnd:
        return layout.text().end();
    }
    return m_place;
}

TextPlace CodeCaret::beside(bool isLeft, const CodeLayout &layout) const
{
    const CodeRows::Place row = layout.rows().placeOf(m_place);
    const ColumnRange columns = layout.rows().columnsOf(row);
    const CodeRow shown = layout.row(row);
    const int before = m_place.column - columns.first;
    const int after = isLeft ? shown.leftOf(before) : shown.rightOf(before);
    if (after != before)
        return {m_place.line, columns.first + after};
    // A row from right to left is entered at the side where it was left, too.
    if (isLeft && row.part > 0)
        return edgeOf(layout, {row.line, row.part - 1}, false);
    if (isLeft && row.line > 0)
        return edgeOf(layout, lastRowOf(layout, row.line - 1), false);
    if (!isLeft && columns.end < layout.text().line(row.line).size())
        return edgeOf(layout, {row.line, row.part + 1}, true);
    if (!isLeft && row.line + 1 < layout.text().lineCount())
        return edgeOf(layout, {row.line + 1, 0}, true);
    return m_place;
}

TextPlace CodeCaret::word(bool isLeft, const CodeLayout &layout) const
{
    const CodeText &text = layout.text();
    const QStringView line = text.line(m_place.line);
    if (isLeft) {
        if (m_place.column == 0 && m_place.line > 0)
            return endOfLine(text, m_place.line - 1);
        return {m_place.line, previousWordColumn(line, m_place.column)};
    }
    if (m_place.column == line.size() && m_place.line + 1 < text.lineCount())
        return {m_place.line + 1, 0};
    return {m_place.line, nextWordColumn(line, m_place.column)};
}

TextPlace CodeCaret::rowsAway(int rows, const CodeLayout &layout) const
{
    const CodeRows::Place from = layout.rows().placeOf(m_place);
    const int row = layout.rows().rowOf(from);
    const int last = layout.text().lineCount() - 1;
    if (row == 0 && rows < 0)
        return {};
    if (rows > 0 && from == lastRowOf(layout, last))
        return layout.text().end();
    CodeRows::Place to = layout.rows().placeOf(row + rows);
    if (layout.rows().isBelowText(to))
        to = rows > 0 && to.line < last ? CodeRows::Place{to.line + 1, 0}
                                        : lastRowOf(layout, to.line);
    return layout.placeIn(to, m_goal);
}

} // namespace waymark
