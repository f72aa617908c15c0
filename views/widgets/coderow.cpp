#include "views/widgets/coderow.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace waymark {
namespace {

/// A shorter row is laid out whole.
constexpr int shortRow = 512;

bool isPlainCharacter(QChar c)
{
    return c >= u' ' && c <= u'~';
}

bool isRightToLeft(QChar c)
{
    return c >= u'\u0590'
        && (c <= u'\u08ff' || (c >= QChar(0xd802) && c <= QChar(0xd83b)) || c >= u'\ufb1d');
}

/// What stands for a character that would not be seen, or would move others: a text must not look
/// other than it is read by a machine.
QChar shownFor(QChar c)
{
    if (c < u' ' && c != u'\t')
        return QChar(u'\u2400' + c.unicode());
    if (c == u'\u007f')
        return u'\u2421';
    const bool isMoving = c == u'\u2028' || c == u'\u2029' || (c >= u'\u202a' && c <= u'\u202e')
        || (c >= u'\u2066' && c <= u'\u2069');
    return isMoving ? QChar(QChar::ReplacementCharacter) : c;
}

QString shownText(QStringView text)
{
    QString shown = text.toString();
    for (QChar &c : shown)
        c = shownFor(c);
    return shown;
}

} // namespace

CodeRow::CodeRow(QStringView text, const Setting &setting,
                 const QList<QTextLayout::FormatRange> &formats, Part part)
    : m_size(int(text.size()))
{
    QList<QTextLayout::FormatRange> shifted = formats;
    QStringView seen = text;
    if (text.size() > shortRow && std::ranges::all_of(text, isPlainCharacter)) {
        m_plainCell = setting.cell;
        const auto column
            = [&](double x) { return int(std::clamp(x / setting.cell, 0.0, double(m_size))); };
        m_first = column(part.from);
        seen = text.sliced(m_first, std::min(column(part.to) + 2, m_size) - m_first);
        for (QTextLayout::FormatRange &range : shifted)
            range.start -= m_first;
    }
    m_hasDirections = std::ranges::any_of(seen, isRightToLeft);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    option.setTabStopDistance(setting.tabStop);
    m_layout.setText(shownText(seen));
    m_layout.setFont(setting.font);
    m_layout.setTextOption(option);
    m_layout.setFormats(shifted);
    m_layout.setCacheEnabled(true);
    m_layout.beginLayout();
    m_line = m_layout.createLine();
    m_line.setLineWidth(std::numeric_limits<int>::max() / 256.0);
    m_layout.endLayout();
}

double CodeRow::width() const
{
    return isPlain() ? m_size * m_plainCell : m_line.naturalTextWidth();
}

double CodeRow::xOf(int column) const
{
    return isPlain() ? column * m_plainCell : m_line.cursorToX(column);
}

int CodeRow::columnAt(double x) const
{
    if (isPlain())
        return std::clamp(int(std::lround(x / m_plainCell)), 0, m_size);
    return std::clamp(m_line.xToCursor(x), 0, m_size);
}

int CodeRow::leftOf(int column) const
{
    if (isPlain())
        return std::max(column - 1, 0);
    if (!m_hasDirections)
        return previousColumn(m_layout.text(), column);
    return m_layout.leftCursorPosition(column);
}

int CodeRow::rightOf(int column) const
{
    if (isPlain())
        return std::min(column + 1, m_size);
    if (!m_hasDirections)
        return nextColumn(m_layout.text(), column);
    return m_layout.rightCursorPosition(column);
}

int CodeRow::edge(bool isLeft) const
{
    int column = isLeft ? 0 : m_size;
    if (!m_hasDirections)
        return column;
    for (int steps = 0; steps <= m_size; ++steps) { // the layout begins and ends as it is read
        const int beside = isLeft ? leftOf(column) : rightOf(column);
        if (beside == column)
            break;
        column = beside;
    }
    return column;
}

QList<QRectF> CodeRow::piecesOf(ColumnRange columns) const
{
    if (!m_hasDirections)
        return {QRectF(QPointF(xOf(columns.first), 0), QPointF(xOf(columns.end), 0))};
    QList<QRectF> pieces;
    for (int at = columns.first; at < columns.end;) {
        const int next = std::max(nextColumn(m_layout.text(), at), at + 1);
        const double leading = m_line.cursorToX(at, QTextLine::Leading);
        const double trailing = m_line.cursorToX(at, QTextLine::Trailing);
        QRectF piece(QPointF(std::min(leading, trailing), 0),
                     QPointF(std::max(leading, trailing), 0));
        const bool touches = !pieces.isEmpty()
            && (qFuzzyCompare(1 + pieces.last().right(), 1 + piece.left())
                || qFuzzyCompare(1 + pieces.last().left(), 1 + piece.right()));
        if (touches) {
            piece.setLeft(std::min(piece.left(), pieces.last().left()));
            piece.setRight(std::max(piece.right(), pieces.last().right()));
            pieces.last() = piece;
        } else {
            pieces += piece;
        }
        at = next;
    }
    return pieces;
}

void CodeRow::draw(QPainter &painter, QPointF baseline) const
{
    m_layout.draw(&painter, baseline + QPointF(m_first * m_plainCell, -m_line.ascent()));
}

} // namespace waymark
