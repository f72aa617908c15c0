#pragma once

#include "views/widgets/codesteps.h"

#include <QList>
#include <QRectF>
#include <QTextLayout>

#include <limits>

namespace waymark {

/// One row of text, laid out from left to right at x = 0. Columns count within the row.
class CodeRow
{
public:
    struct Setting
    {
        QFont font;
        double cell = 0; ///< the width of a character of the font
        double tabStop = 0;
    };

    /// What of the row will be seen: a long row of plain characters lays out no more.
    struct Part
    {
        double from = 0;
        double to = std::numeric_limits<double>::infinity();
    };

    CodeRow(QStringView text, const Setting &setting,
            const QList<QTextLayout::FormatRange> &formats, Part part);
    CodeRow(const CodeRow &) = delete;
    CodeRow &operator=(const CodeRow &) = delete;

    [[nodiscard]] double width() const;
    [[nodiscard]] double xOf(int column) const;
    /// The place between characters that is nearest.
    [[nodiscard]] int columnAt(double x) const;
    /// The place to the left as it is seen; the same at the row's edge. Runs from right to left
    /// are walked as they are read by eye.
    [[nodiscard]] int leftOf(int column) const;
    [[nodiscard]] int rightOf(int column) const;
    /// The place that is furthest to that side.
    [[nodiscard]] int edge(bool isLeft) const;
    /// Where characters stand: more than one piece where directions mix.
    [[nodiscard]] QList<QRectF> piecesOf(ColumnRange columns) const;

    /// `baseline` is where the row starts, on the line that the characters stand on.
    void draw(QPainter &painter, QPointF baseline) const;

private:
    [[nodiscard]] bool isPlain() const { return m_plainCell > 0; }

    QTextLayout m_layout;
    QTextLine m_line;
    int m_size;
    int m_first = 0; // the column that the layout begins with
    double m_plainCell = 0;
    bool m_hasDirections = false;
};

} // namespace waymark
