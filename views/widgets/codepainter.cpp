#include "views/widgets/codepainter.h"

#include "views/widgets/highlighting.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace waymark {
namespace {

using Kind = LineMark::Kind;

constexpr int barWidth = 3;
constexpr double radius = 2;

QColor blended(const QColor &ground, const QColor &over, double share)
{
    const auto mix = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return {mix(ground.red(), over.red()), mix(ground.green(), over.green()),
            mix(ground.blue(), over.blue())};
}

/// The columns of a line that are selected, from 0 to behind its end.
std::optional<ColumnRange> selectedIn(const CodeCaret &caret, int line, int size)
{
    if (!caret.hasSelection() || line < caret.first().line || line > caret.last().line)
        return std::nullopt;
    return ColumnRange{line == caret.first().line ? caret.first().column : 0,
                       line == caret.last().line ? caret.last().column : size + 1};
}

} // namespace

void paintWave(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    constexpr double length = 2; // from a crest to the next valley
    QPainterPath path(QPointF(rect.left(), rect.bottom()));
    double x = rect.left();
    for (bool isUp = true; x < rect.right(); isUp = !isUp) {
        const double next = std::min(x + length, rect.right());
        path.quadTo((x + next) / 2, rect.bottom() + (isUp ? -length : length), next, rect.bottom());
        x = next;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.restore();
}

CodePainter::CodePainter(QPainter &painter, const Subject &subject)
    : m_painter(painter)
    , m_subject(subject)
    , m_left(subject.layout.textLeft() - subject.layout.scroll().x())
{
}

void CodePainter::paint(const QRect &area)
{
    const CodeLayout &layout = m_subject.layout;
    m_painter.fillRect(area, colour(Token::CodeBg));
    m_painter.fillRect(QRect(0, area.top(), layout.gutterWidth(), area.height()),
                       colour(Token::CodeGutter));
    const int first = (area.top() + layout.scroll().y()) / layout.rowHeight();
    const int last = std::min((area.bottom() + layout.scroll().y()) / layout.rowHeight(),
                              layout.rows().count() - 1);
    for (int row = first; row <= last; ++row)
        paintRow(rowAt(row));
}

CodePainter::Row CodePainter::rowAt(int index) const
{
    const CodeLayout &layout = m_subject.layout;
    const CodeRows::Place place = layout.rows().placeOf(index);
    const CodeCaret *caret = m_subject.caret;
    const bool isCurrent = m_subject.hasFocus && caret && !caret->hasSelection()
        && caret->place().line == place.line;
    return {place, layout.rows().columnsOf(place),
            QRect(0, layout.yOf(place), layout.viewport().width(), layout.rowHeight()),
            m_subject.marks.lookOf(place.line, isCurrent)};
}

void CodePainter::paintRow(const Row &row)
{
    const CodeLayout &layout = m_subject.layout;
    if (m_subject.highlighting && m_spansLine != row.place.line) {
        m_spans = m_subject.highlighting->spans(row.place.line);
        m_spansLine = row.place.line;
    }
    const double from = layout.gutterWidth() - m_left;
    const CodeRow shown
        = layout.row(row.place, formatsOf(row), {from, from + layout.viewport().width()});
    m_widest = std::max(m_widest, shown.width());

    if (row.look.tint)
        m_painter.fillRect(row.strip, groundOf(*row.look.tint));
    if (row.look.isFiller)
        m_painter.fillRect(row.strip, QBrush(colour(Token::Line), Qt::BDiagPattern));
    m_painter.save();
    m_painter.setClipRect(row.strip.adjusted(layout.gutterWidth(), 0, 0, 0), Qt::IntersectClip);
    paintExpressions(row, shown);
    paintColumnMarks(row, shown);
    paintMatches(row, shown);
    paintSelection(row, shown);
    m_painter.setPen(colour(Token::Tx));
    shown.draw(m_painter, QPointF(m_left, row.strip.top() + layout.fonts().baseline));
    paintWaves(row, shown);
    paintCaret(row, shown);
    m_painter.restore();
    paintGutter(row); // over text that is scrolled to the left
    if (row.place.part == 0)
        paintNote(row, m_left + shown.width());
}

QList<QTextLayout::FormatRange> CodePainter::formatsOf(const Row &row) const
{
    QList<QTextLayout::FormatRange> formats;
    for (const CodeSpan &span : m_spans) {
        const int first = std::max(span.first, row.columns.first);
        const int end = std::min(span.first + span.length, row.columns.end);
        if (first >= end)
            continue;
        QTextLayout::FormatRange range{first - row.columns.first, end - first, {}};
        range.format.setForeground(colour(span.style.token));
        if (span.style.isItalic)
            range.format.setFontItalic(true);
        formats += range;
    }
    return formats;
}

QColor CodePainter::groundOf(Token token) const
{
    const bool isFlashing = token == Token::CodeFocus && m_subject.flash > 0;
    return isFlashing ? blended(colour(token), colour(Token::BgTextSelection), m_subject.flash)
                      : colour(token);
}

template<typename Draw>
void CodePainter::forPieces(const Row &row, const CodeRow &shown, ColumnRange columns,
                            Draw draw) const
{
    const ColumnRange part{std::max(columns.first, row.columns.first) - row.columns.first,
                           std::min(columns.end, row.columns.end) - row.columns.first};
    if (part.first >= part.end)
        return;
    for (const QRectF &piece : shown.piecesOf(part))
        draw(QRectF(m_left + piece.left(), row.strip.top(), piece.width(), row.strip.height()));
}

void CodePainter::paintExpressions(const Row &row, const CodeRow &shown)
{
    for (const CodeSpan &span : std::as_const(m_spans)) {
        if (!span.style.isExpression)
            continue;
        forPieces(row, shown, {span.first, span.first + span.length}, [&](const QRectF &rect) {
            QPainterPath path;
            path.addRoundedRect(rect.adjusted(0, 1, 0, -1), radius, radius);
            m_painter.fillPath(path, colour(Token::GoldSoft));
        });
    }
}

template<typename Draw>
void CodePainter::forMarks(const Row &row, const CodeRow &shown, Kind one, Kind other,
                           Draw draw) const
{
    for (const LineMark &mark : m_subject.marks.of(row.place.line)) {
        if (mark.kind != one && mark.kind != other)
            continue;
        for (const MarkedColumns &part : mark.columns)
            forPieces(row, shown, {part.start - 1, part.end - 1},
                      [&](const QRectF &rect) { draw(mark.kind, rect); });
    }
}

void CodePainter::paintColumnMarks(const Row &row, const CodeRow &shown)
{
    forMarks(row, shown, Kind::Added, Kind::Removed, [&](Kind kind, const QRectF &rect) {
        QPainterPath path;
        path.addRoundedRect(rect.adjusted(0, 1, 0, -1), radius, radius);
        m_painter.fillPath(path, colour(kind == Kind::Added ? Token::AddStrong : Token::DelStrong));
    });
}

void CodePainter::paintMatches(const Row &row, const CodeRow &shown)
{
    if (!m_subject.search)
        return;
    const int start = m_subject.layout.text().startOf(row.place.line);
    for (const int match :
         m_subject.search->startsIn(start + row.columns.first, start + row.columns.end)) {
        const int first = match - start;
        forPieces(row, shown, {first, first + m_subject.search->length()}, [&](const QRectF &rect) {
            m_painter.fillRect(rect, colour(Token::AccentSoft));
            m_painter.setPen(colour(Token::Accent));
            m_painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -1.5));
        });
    }
}

void CodePainter::paintSelection(const Row &row, const CodeRow &shown)
{
    if (!m_subject.caret)
        return;
    const int size = int(m_subject.layout.text().line(row.place.line).size());
    const auto selected = selectedIn(*m_subject.caret, row.place.line, size);
    if (!selected)
        return;
    const QColor ground = colour(Token::BgTextSelection);
    forPieces(row, shown, *selected, [&](const QRectF &rect) { m_painter.fillRect(rect, ground); });
    if (selected->end > size && row.columns.end == size) { // the line's end is selected, too
        m_painter.fillRect(QRectF(m_left + shown.width(), row.strip.top(),
                                  m_subject.layout.cell() / 2, row.strip.height()),
                           ground);
    }
}

void CodePainter::paintWaves(const Row &row, const CodeRow &shown)
{
    const double below = m_subject.layout.fonts().baseline + 3;
    forMarks(row, shown, Kind::Error, Kind::Warning, [&](Kind kind, const QRectF &rect) {
        paintWave(m_painter, QRectF(rect.left(), rect.top(), rect.width(), below),
                  colour(kind == Kind::Error ? Token::ErrTx : Token::WarnTx));
    });
}

void CodePainter::paintCaret(const Row &row, const CodeRow &shown)
{
    const CodeCaret *caret = m_subject.caret;
    if (!m_subject.hasFocus || !caret || caret->place().line != row.place.line
        || m_subject.layout.rows().placeOf(caret->place()) != row.place)
        return;
    const double x = m_left + shown.xOf(caret->place().column - row.columns.first);
    m_painter.fillRect(QRect(int(std::lround(x)), row.strip.top(), 2, row.strip.height()),
                       colour(Token::Tx));
}

QString CodePainter::numberOf(int line) const
{
    const int number = m_subject.numbers.value(line, line + 1);
    return number > 0 ? QString::number(number) : QString();
}

void CodePainter::paintGutter(const Row &row)
{
    const CodeLayout &layout = m_subject.layout;
    const QRect gutter(0, row.strip.top(), layout.gutterWidth(), row.strip.height());
    const Token ground = row.look.gutter.value_or(row.look.tint.value_or(Token::CodeGutter));
    if (!row.look.isFiller)
        m_painter.fillRect(gutter, groundOf(ground == Token::CodeCur ? Token::CodeGutter : ground));
    if (row.look.hasBar)
        m_painter.fillRect(0, gutter.top(), barWidth, gutter.height(), colour(Token::AccentTx));
    if (row.place.part > 0)
        return;
    QFont font = layout.fonts().gutter;
    if (row.look.isStrong)
        font.setWeight(QFont::DemiBold);
    m_painter.setFont(font);
    m_painter.setPen(colour(row.look.number));
    const int margin = int(std::lround(1.7 * layout.cell()));
    m_painter.drawText(gutter.adjusted(0, 0, -margin, 0), Qt::AlignRight | Qt::AlignVCenter,
                       numberOf(row.place.line));
    if (!row.look.sign.isNull()) {
        QFont signFont = layout.fonts().text;
        signFont.setWeight(QFont::DemiBold);
        const QRect room(gutter.right() + 1, gutter.top(), int(2 * layout.cell()), gutter.height());
        m_painter.setFont(signFont);
        m_painter.drawText(room, Qt::AlignCenter, QString(row.look.sign));
    }
}

void CodePainter::paintNote(const Row &row, double end)
{
    if (row.look.note.isEmpty())
        return;
    const CodeLayout &layout = m_subject.layout;
    const double margin = 1.4 * layout.cell();
    const double width = QFontMetricsF(layout.fonts().note).horizontalAdvance(row.look.note);
    const double left = row.strip.right() + 1 - margin - width;
    if (left < end + 2 * layout.cell() || left < layout.gutterWidth())
        return; // the text would touch it
    m_painter.setFont(layout.fonts().note);
    m_painter.setPen(colour(row.look.number));
    m_painter.drawText(QPointF(left, row.strip.top() + layout.fonts().baseline), row.look.note);
}

} // namespace waymark
