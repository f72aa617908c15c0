#include "views/widgets/codesteps.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace waymark {
namespace {

/// No character is longer; a line may be very much longer.
constexpr int reach = 256;

/// The part of a line around a column, and the column in it.
struct Window
{
    QStringView text;
    int start;

    Window(QStringView line, int column)
    {
        int first = std::max(0, column - reach);
        if (first > 0 && line[first].isLowSurrogate())
            --first;
        start = first;
        const int end = int(std::min<qsizetype>(line.size(), qsizetype(column) + reach));
        text = line.sliced(first, end - first);
    }
};

enum class Class : quint8 { Blank, Word, Sign };

Class classOf(QStringView line, int column)
{
    const QChar c = line[column];
    if (c.isSpace())
        return Class::Blank;
    return c.isLetterOrNumber() || c == u'_' || c.isMark() || c.isSurrogate() ? Class::Word
                                                                              : Class::Sign;
}

} // namespace

int nextColumn(QStringView line, int column)
{
    if (column >= line.size())
        return int(line.size());
    const Window window(line, column);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, window.text);
    finder.setPosition(column - window.start);
    const qsizetype next = finder.toNextBoundary();
    return next < 0 ? int(line.size()) : window.start + int(next);
}

int previousColumn(QStringView line, int column)
{
    if (column <= 0)
        return 0;
    const Window window(line, column);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, window.text);
    finder.setPosition(column - window.start);
    const qsizetype previous = finder.toPreviousBoundary();
    return previous < 0 ? 0 : window.start + int(previous);
}

int snappedColumn(QStringView line, int column)
{
    if (column <= 0 || column >= line.size())
        return std::clamp(column, 0, int(line.size()));
    const Window window(line, column);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, window.text);
    finder.setPosition(column - window.start);
    return finder.isAtBoundary() ? column : window.start + int(finder.toPreviousBoundary());
}

int nextWordColumn(QStringView line, int column)
{
    const int size = int(line.size());
    if (column >= size)
        return size;
    const Class here = classOf(line, column);
    while (column < size && classOf(line, column) == here)
        ++column;
    while (column < size && classOf(line, column) == Class::Blank)
        ++column;
    return column;
}

int previousWordColumn(QStringView line, int column)
{
    column = std::min(column, int(line.size()));
    while (column > 0 && classOf(line, column - 1) == Class::Blank)
        --column;
    if (column == 0)
        return 0;
    const Class here = classOf(line, column - 1);
    while (column > 0 && classOf(line, column - 1) == here)
        --column;
    return column;
}

ColumnRange wordAt(QStringView line, int column)
{
    const int size = int(line.size());
    if (size == 0)
        return {};
    const int inside = std::clamp(column, 0, size - 1);
    const Class here = classOf(line, inside);
    ColumnRange word{inside, inside};
    while (word.first > 0 && classOf(line, word.first - 1) == here)
        --word.first;
    while (word.end < size && classOf(line, word.end) == here)
        ++word.end;
    return word;
}

} // namespace waymark
