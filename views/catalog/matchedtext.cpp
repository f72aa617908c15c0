#include "views/catalog/matchedtext.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace waymark {
namespace {

QList<QTextLayout::FormatRange> formatsOf(const MatchedText &text)
{
    QTextCharFormat bold;
    bold.setFontWeight(QFont::Bold);
    bold.setForeground(text.matched);
    QList<QTextLayout::FormatRange> formats;
    for (const TextSpan &span : text.spans)
        formats += {int(span.start), int(span.length), bold};
    return formats;
}

void prepare(QTextLayout &layout, const MatchedText &text)
{
    QTextOption option(Qt::AlignLeft);
    option.setTextDirection(text.direction);
    option.setAlignment(QStyle::visualAlignment(text.direction, Qt::AlignLeft));
    option.setWrapMode(QTextOption::WordWrap);
    layout.setTextOption(option);
    layout.setFormats(formatsOf(text));
}

/// Lays `layout` out in lines of `width`, at most `most` of them. Where the text goes on, so.
int layLines(QTextLayout &layout, int width, int most)
{
    qreal y = 0;
    int end = 0;
    layout.beginLayout();
    for (int i = 0; i < most; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height();
        end = line.textStart() + line.textLength();
    }
    layout.endLayout();
    return end;
}

} // namespace

int paintMatched(QPainter *painter, const QRect &rect, const MatchedText &text)
{
    const QFontMetrics metrics(text.font);
    const int lines = std::max(1, rect.height() / std::max(1, metrics.height()));
    painter->setPen(text.color);
    QTextLayout layout(text.text, text.font, painter->device());
    prepare(layout, text);
    const int end = layLines(layout, rect.width(), lines);
    const int last = layout.lineCount() - 1;
    const bool isTooWide = last >= 0 && layout.lineAt(last).naturalTextWidth() > rect.width() + 1;
    if (end >= text.text.size() && !isTooWide) {
        layout.draw(painter, rect.topLeft());
        return int(std::ceil(layout.boundingRect().height()));
    }
    // The last line takes all that is left, and is cut where there is no more room.
    const int start = last >= 0 ? layout.lineAt(last).textStart() : 0;
    MatchedText cut = text;
    const int room = rect.width() - metrics.horizontalAdvance(u'M') / 2; // bold letters are wider
    cut.text
        = text.text.left(start) + metrics.elidedText(text.text.sliced(start), Qt::ElideRight, room);
    const qsizetype kept = cut.text.size() - 1;
    cut.spans.removeIf([&](const TextSpan &span) { return span.start + span.length > kept; });
    QTextLayout shorter(cut.text, cut.font, painter->device());
    prepare(shorter, cut);
    layLines(shorter, rect.width(), lines);
    shorter.draw(painter, rect.topLeft());
    return int(std::ceil(shorter.boundingRect().height()));
}

} // namespace waymark
