#include "views/theme/controls.h"
#include "views/theme/elements.h"
#include "views/theme/shapes.h"
#include "views/theme/working.h"

#include <QPainter>
#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <tuple>
#include <utility>

namespace waymark {
namespace {

/// From and to, as shares of the bar's length.
std::pair<double, double> donePart(const Painting &paint, const QStyleOptionProgressBar &bar)
{
    if (bar.maximum > bar.minimum) {
        const double all = double(bar.maximum) - bar.minimum;
        return {0, std::clamp((double(bar.progress) - bar.minimum) / all, 0.0, 1.0)};
    }
    constexpr double length = 0.3; // of the part that wanders while nobody knows how much there is
    if (!isWorking(paint.widget))
        return {0, length};
    const double start = turnOf(paint.widget) * (1 + length) - length;
    return {std::max(0.0, start), std::min(1.0, start + length)};
}

} // namespace

bool paintScrollBar(const Painting &paint)
{
    const auto *bar = paint.as<QStyleOptionSlider>();
    if (!bar || !paint.widget)
        return false;
    if (bar->minimum == bar->maximum)
        return true;
    const QRect slider = paint.widget->style()->subControlRect(
        QStyle::CC_ScrollBar, bar, QStyle::SC_ScrollBarSlider, paint.widget);
    const bool isHeld = bar->activeSubControls.testFlag(QStyle::SC_ScrollBarSlider)
        && (paint.is(QStyle::State_Sunken) || paint.isHovered());
    const int inset = isHeld ? paint.look.px(2) : paint.look.px(3);
    const QRect handle = slider.adjusted(inset, inset, -inset, -inset);
    paintBox(paint.painter, handle,
             {.fill = paint.look.color(isHeld ? Token::Tx2 : Token::LineControl),
              .radius = std::min(handle.width(), handle.height()) / 2.0});
    return true;
}

bool paintProgress(const Painting &paint)
{
    const auto *bar = paint.as<QStyleOptionProgressBar>();
    if (!bar)
        return false;
    const int height = std::min(paint.look.px(6), bar->rect.height());
    const int gap = (bar->rect.height() - height) / 2;
    QRectF track = bar->rect;
    track.setTop(bar->rect.y() + gap);
    track.setHeight(height);
    const qreal radius = height / 2.0;
    paintBox(paint.painter, track,
             {.fill = paint.look.color(Token::BgPressed),
              .edge = paint.look.colors.isHighContrast() ? paint.look.color(Token::Tx) : QColor(),
              .radius = radius});
    auto [from, to] = donePart(paint, *bar);
    const bool isMirrored = (bar->direction == Qt::RightToLeft) != bar->invertedAppearance;
    if (isMirrored)
        std::tie(from, to) = std::pair(1 - to, 1 - from);
    const QRectF done(track.x() + from * track.width(), track.y(), (to - from) * track.width(),
                      track.height());
    if (done.width() > 0)
        paintBox(paint.painter, done,
                 {.fill = paint.look.color(toneOf(paint.widget)), .radius = radius});
    return true;
}

bool paintSplitter(const Painting &paint)
{
    const bool isHeld = paint.isHovered() || paint.is(QStyle::State_Sunken);
    const QColor color = paint.look.color(isHeld ? Token::AccentTx : Token::Line);
    const QRect rect = paint.option->rect;
    if (paint.is(QStyle::State_Horizontal))
        paint.painter->fillRect(rect.center().x(), rect.y(), 1, rect.height(), color);
    else
        paint.painter->fillRect(rect.x(), rect.center().y(), rect.width(), 1, color);
    return true;
}

} // namespace waymark
