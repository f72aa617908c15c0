#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace waymark {

/// A part of a line: UTF-16 units from 1, half open.
struct MarkedColumns
{
    int start = 1;
    int end = 1;
    friend bool operator==(const MarkedColumns &, const MarkedColumns &) = default;
};

/// What a view should show about one line of a file. Data only: looks are the view's.
struct LineMark
{
    enum class Kind : quint8 {
        Linked, ///< It comes from the field that has the focus.
        Error,
        Warning,
        Added,
        Removed,
        Current, ///< Where the reader is.
        Filler, ///< No line of the text: one stands only in the text beside it.
    };

    int line = 1; ///< From 1, as in SourcePosition.
    Kind kind = Kind::Linked;
    QString note = {}; ///< A few words for the end of the line.
    QList<MarkedColumns> columns = {}; ///< The parts that it is about; none: the whole line.

    friend bool operator==(const LineMark &, const LineMark &) = default;
};

/// What stands in `line` from `column` up to the next blank, one letter at least.
[[nodiscard]] MarkedColumns wordFrom(QStringView line, int column);

} // namespace waymark
