#include "views/theme/rings.h"

#include "views/theme/shapes.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace waymark {
namespace {

constexpr int fullCircle = 360 * 16; // as QPainter counts
constexpr int top = 90 * 16;

QRectF squareIn(const QRectF &rect, qreal width)
{
    const qreal side = std::min(rect.width(), rect.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(rect.center());
    return square.adjusted(width / 2, width / 2, -width / 2, -width / 2);
}

void prepare(QPainter *painter, const QColor &color, qreal width)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap));
}

} // namespace

void paintRing(QPainter *painter, const QRectF &rect, double share, Token tone,
               const Appearance &look)
{
    const qreal width = std::min(rect.width(), rect.height()) / 8;
    const QRectF circle = squareIn(rect, width);
    painter->save();
    prepare(painter, look.color(Token::BgPressed), width);
    painter->drawEllipse(circle);
    if (share > 0) {
        prepare(painter, look.color(tone), width);
        painter->drawArc(circle, top, -qRound(std::clamp(share, 0.0, 1.0) * fullCircle));
    }
    painter->restore();
}

void paintSpinner(QPainter *painter, const QRectF &rect, double turn, const QColor &color,
                  const Appearance &look)
{
    const qreal width = std::min(rect.width(), rect.height()) / 7;
    const QRectF circle = squareIn(rect, width);
    painter->save();
    QColor rest = color;
    rest.setAlphaF(look.colors.isHighContrast() ? 0 : 0.2F);
    prepare(painter, rest, width);
    painter->drawEllipse(circle);
    prepare(painter, color, width);
    painter->drawArc(circle, top - qRound(turn * fullCircle), -fullCircle / 4);
    painter->restore();
}

void paintSkeletonRow(QPainter *painter, const QRect &rect, int number, const Appearance &look)
{
    constexpr std::array<std::array<double, 2>, 3> lengths{
        {{0.46, 0.90}, {0.30, 0.74}, {0.38, 0.82}}};
    const auto &length = lengths[size_t(std::max(0, number)) % lengths.size()];
    const Box box{.fill = look.color(Token::BgPressed), .radius = 4 * look.scale};
    const int side = std::min(look.px(36), rect.height());
    const QRect tile(rect.x(), rect.y() + (rect.height() - side) / 2, side, side);
    paintBox(painter, tile, {.fill = box.fill, .radius = 8 * look.scale});
    const int left = tile.right() + 1 + look.px(12);
    const int room = std::max(0, rect.right() + 1 - left);
    const int middle = tile.center().y() + 1;
    paintBox(painter, QRect(left, middle - look.px(13), int(room * length[0]), look.px(10)), box);
    paintBox(painter, QRect(left, middle + look.px(5), int(room * length[1]), look.px(8)), box);
}

} // namespace waymark
