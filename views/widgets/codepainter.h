#pragma once

#include "views/widgets/codecaret.h"
#include "views/widgets/codemarks.h"
#include "views/widgets/codesearch.h"
#include "views/widgets/highlightingstyles.h"

class QPainter;

namespace waymark {

class Highlighting;

/// Paints rows of code: ground, text, gutter, signs, notes. Made for one painting.
class CodePainter
{
public:
    /// What is painted. All of it must outlive the painter.
    struct Subject
    {
        const CodeLayout &layout;
        const CodeLook &look;
        const CodeMarks &marks;
        const QList<int> &numbers; ///< By line; none: lines count from 1.
        Highlighting *highlighting = nullptr;
        const CodeCaret *caret = nullptr;
        const CodeSearch *search = nullptr;
        bool hasFocus = false;
        double flash = 0; ///< how much linked lines stand out, from 0 to 1
    };

    CodePainter(QPainter &painter, const Subject &subject);

    /// The rows in `area` of the viewport, and the ground below the last.
    void paint(const QRect &area);
    /// The width of the widest row that was painted.
    [[nodiscard]] double widest() const { return m_widest; }

private:
    struct Row
    {
        CodeRows::Place place;
        ColumnRange columns; ///< of the line
        QRect strip;
        LineLook look;
    };

    [[nodiscard]] QColor colour(Token token) const { return m_subject.look.colour(token); }
    [[nodiscard]] QList<QTextLayout::FormatRange> formatsOf(const Row &row) const;
    [[nodiscard]] Row rowAt(int index) const;
    [[nodiscard]] QColor groundOf(Token token) const;
    [[nodiscard]] QString numberOf(int line) const;

    void paintRow(const Row &row);
    void paintMatches(const Row &row, const CodeRow &shown);
    void paintSelection(const Row &row, const CodeRow &shown);
    void paintColumnMarks(const Row &row, const CodeRow &shown);
    void paintWaves(const Row &row, const CodeRow &shown);
    void paintExpressions(const Row &row, const CodeRow &shown);
    void paintCaret(const Row &row, const CodeRow &shown);
    void paintGutter(const Row &row);
    void paintNote(const Row &row, double end);
    /// Calls `draw` with the rectangle of each piece of the line's columns that the row shows.
    template<typename Draw>
    void forPieces(const Row &row, const CodeRow &shown, ColumnRange columns, Draw draw) const;
    /// The same where parts of the line are marked as one of two kinds, with the kind.
    template<typename Draw>
    void forMarks(const Row &row, const CodeRow &shown, LineMark::Kind one, LineMark::Kind other,
                  Draw draw) const;

    QPainter &m_painter;
    Subject m_subject;
    QList<CodeSpan> m_spans; // of line m_spansLine
    int m_spansLine = -1;
    double m_left; // where text starts, scrolled
    double m_widest = 0;
};

/// A wave under a word: below `rect`'s baseline, as wide as it.
void paintWave(QPainter &painter, const QRectF &rect, const QColor &colour);

} // namespace waymark
