#pragma once

#include "views/widgets/codelook.h"
#include "views/widgets/coderow.h"
#include "views/widgets/coderows.h"

#include <QRect>

namespace waymark {

/// Where a reader is, to come back to.
struct CodeReading
{
    TextPlace caret;
    TextPlace anchor;
    TextPlace top; ///< the first place in sight, or above it where no text is
    QPoint rest; ///< how far that is scrolled out of sight, and to the side
};

/// Knows where each character of a text stands in a view of it: gutter, rows, scrolling. Places in
/// pixels are those of the viewport. `text` must outlive it.
class CodeLayout
{
public:
    explicit CodeLayout(const CodeText &text);

    void setFonts(const CodeFonts &fonts);
    void setWrapped(bool isWrapped);
    /// Leaves room between gutter and text for the signs of a diff.
    void setSigns(bool hasSigns);
    void setViewport(QSize size);
    void scrollTo(QPoint scroll) { m_scroll = scroll; }
    /// Each line has as many rows as it takes in either; null: nothing is beside. `other` has to be
    /// told the same, and each to be reset after the other was.
    void setBeside(const CodeLayout *other);
    /// To be called after the text changed, or became another.
    void reset();
    void forget();

    [[nodiscard]] const CodeFonts &fonts() const { return m_fonts; }
    [[nodiscard]] const CodeRows &rows() const { return m_rows; }
    [[nodiscard]] const CodeText &text() const { return m_text; }
    [[nodiscard]] bool isWrapped() const { return m_isWrapped; }
    [[nodiscard]] QSize viewport() const { return m_viewport; }
    [[nodiscard]] QPoint scroll() const { return m_scroll; }
    [[nodiscard]] int rowHeight() const { return m_fonts.rowHeight; }
    [[nodiscard]] double cell() const { return m_cell; }
    [[nodiscard]] int gutterWidth() const { return m_gutter; }
    /// Where the text starts when it is not scrolled.
    [[nodiscard]] int textLeft() const;
    [[nodiscard]] QSize contentSize() const;

    /// Makes the rows in sight right, and others in slices; see CodeRows.
    bool measureLine(int line) { return m_rows.measureLine(line); }
    bool measure(const QDeadlineTimer &until) { return m_rows.measure(until); }
    /// A row was laid out: true if it is wider than was thought of any.
    bool widen(double width);

    [[nodiscard]] CodeRows::Place rowAt(int y) const;
    [[nodiscard]] int yOf(CodeRows::Place row) const;
    [[nodiscard]] int firstVisibleLine() const { return rowAt(0).line; }
    [[nodiscard]] int lastVisibleLine() const { return rowAt(m_viewport.height() - 1).line; }

    /// The place nearest to a point.
    [[nodiscard]] TextPlace placeAt(QPoint point) const;
    /// The place in a row that is nearest to `x`, counted from where the text starts.
    [[nodiscard]] TextPlace placeIn(CodeRows::Place row, double x) const;
    /// How far `place` is from where the text of its row starts.
    [[nodiscard]] double xOf(TextPlace place) const;
    /// A line of no width where a caret stands.
    [[nodiscard]] QRect caretRect(TextPlace place) const;
    /// The character behind `place`, or the end of a line.
    [[nodiscard]] QRect characterRect(TextPlace place) const;

    /// Lays one row out; formats have the columns of the row.
    [[nodiscard]] CodeRow row(CodeRows::Place place,
                              const QList<QTextLayout::FormatRange> &formats = {},
                              CodeRow::Part part = {}) const;

private:
    [[nodiscard]] CodeRow::Setting setting(CodeRows::Place place) const;

    const CodeText &m_text;
    const CodeLayout *m_beside = nullptr;
    CodeRows m_rows;
    CodeFonts m_fonts;
    QSize m_viewport;
    QPoint m_scroll;
    double m_cell = 7;
    double m_widest = 0;
    int m_gutter = 0;
    bool m_isWrapped = false;
    bool m_hasSigns = false;
};

} // namespace waymark
