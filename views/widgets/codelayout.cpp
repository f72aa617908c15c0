#include "views/widgets/codelayout.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int tabCells = 4;

} // namespace

CodeLayout::CodeLayout(const CodeText &text)
    : m_text(text)
{
    reset();
}

void CodeLayout::setFonts(const CodeFonts &fonts)
{
    m_fonts = fonts;
    constexpr int many = 64; // a font may round the width of each
    m_cell = QFontMetricsF(fonts.text).horizontalAdvance(QString(many, u'0')) / many;
    forget();
}

void CodeLayout::forget()
{
    m_rows = {};
    m_widest = 0;
    reset();
}

void CodeLayout::setWrapped(bool isWrapped)
{
    m_isWrapped = isWrapped;
    reset();
}

void CodeLayout::setBeside(const CodeLayout *other)
{
    m_beside = other;
    reset();
}

void CodeLayout::setSigns(bool hasSigns)
{
    if (std::exchange(m_hasSigns, hasSigns) != hasSigns)
        reset();
}

void CodeLayout::setViewport(QSize size)
{
    const bool isCut = m_isWrapped || m_rows.count() != m_text.lineCount();
    const bool isOther = size.width() != m_viewport.width();
    m_viewport = size;
    if (isCut && isOther)
        reset();
}

void CodeLayout::reset()
{
    const auto digits = std::max<qsizetype>(3, QString::number(m_text.lineCount()).size());
    const double digit = QFontMetricsF(m_fonts.gutter).horizontalAdvance(u'0');
    m_gutter = int(std::ceil(double(digits) * digit + 2 * 1.7 * m_cell));
    const double room = m_viewport.width() - textLeft() - m_cell;
    m_rows.reset(m_text,
                 {.columns = int(room / m_cell), .tabCells = tabCells, .isWrapped = m_isWrapped},
                 m_beside ? &m_beside->m_rows : nullptr);
}

bool CodeLayout::widen(double width)
{
    const double known = std::max(m_rows.widestCells() * m_cell, m_widest);
    m_widest = std::max(m_widest, width);
    return width > known + 1;
}

int CodeLayout::textLeft() const
{
    return m_gutter + int(std::lround((m_hasSigns ? 2.8 : 1.7) * m_cell));
}

QSize CodeLayout::contentSize() const
{
    const double guessed = m_rows.widestCells() * m_cell;
    const double text = m_isWrapped ? 0 : std::max(guessed, m_widest) + 2 * m_cell;
    return {textLeft() + int(std::ceil(text)), m_rows.count() * rowHeight()};
}

CodeRows::Place CodeLayout::rowAt(int y) const
{
    return m_rows.placeOf((y + m_scroll.y()) / rowHeight());
}

int CodeLayout::yOf(CodeRows::Place row) const
{
    return m_rows.rowOf(row) * rowHeight() - m_scroll.y();
}

TextPlace CodeLayout::placeAt(QPoint point) const
{
    return placeIn(rowAt(point.y()), point.x() - textLeft() + m_scroll.x());
}

TextPlace CodeLayout::placeIn(CodeRows::Place place, double x) const
{
    const ColumnRange columns = m_rows.columnsOf(place);
    int column = columns.first + row(place).columnAt(x);
    const QStringView line = m_text.line(place.line);
    if (column == columns.end && column < line.size()) // that place is in the next row
        column = std::max(previousColumn(line, column), columns.first);
    return {place.line, column};
}

double CodeLayout::xOf(TextPlace place) const
{
    const CodeRows::Place at = m_rows.placeOf(place);
    return row(at).xOf(place.column - m_rows.columnsOf(at).first);
}

QRect CodeLayout::caretRect(TextPlace place) const
{
    const int x = textLeft() - m_scroll.x() + int(std::lround(xOf(place)));
    return {x, yOf(m_rows.placeOf(place)), 0, rowHeight()};
}

QRect CodeLayout::characterRect(TextPlace place) const
{
    const CodeRows::Place at = m_rows.placeOf(place);
    const int first = m_rows.columnsOf(at).first;
    const int next = nextColumn(m_text.line(place.line), place.column);
    const int left = textLeft() - m_scroll.x();
    const QRect end(left, yOf(at), int(std::ceil(m_cell)), rowHeight());
    if (next == place.column)
        return end.translated(int(xOf(place)), 0);
    const QRectF piece = row(at).piecesOf({place.column - first, next - first}).first();
    return QRectF(left + piece.left(), end.top(), piece.width(), rowHeight()).toAlignedRect();
}

CodeRow CodeLayout::row(CodeRows::Place place, const QList<QTextLayout::FormatRange> &formats,
                        CodeRow::Part part) const
{
    const ColumnRange columns = m_rows.columnsOf(place);
    const QStringView line = m_text.line(place.line);
    return {line.sliced(columns.first, columns.end - columns.first), setting(place), formats, part};
}

CodeRow::Setting CodeLayout::setting(CodeRows::Place place) const
{
    const bool isLong = CodeRows::isLong(m_text.line(place.line));
    return {m_fonts.text, m_cell, isLong ? m_cell : tabCells * m_cell};
}

} // namespace waymark
