#include "views/theme/shapes.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace waymark {
namespace {

qreal devicePixels(const QPainter *painter)
{
    return std::hypot(painter->deviceTransform().m11(), painter->deviceTransform().m12());
}

} // namespace

QRectF onPixels(const QPainter *painter, const QRectF &rect)
{
    const QTransform &toDevice = painter->deviceTransform();
    if (toDevice.type() > QTransform::TxScale)
        return rect;
    const QRectF device = toDevice.mapRect(rect);
    const QRectF whole(QPointF(std::round(device.left()), std::round(device.top())),
                       QPointF(std::round(device.right()), std::round(device.bottom())));
    return toDevice.inverted().mapRect(whole);
}

qreal lineWidth(const QPainter *painter, qreal width)
{
    const qreal pixel = devicePixels(painter);
    return pixel > 0 ? std::max(1.0, std::floor(width * pixel + 0.01)) / pixel : width;
}

void paintBox(QPainter *painter, const QRectF &rect, const Box &box)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(box.fill.isValid() ? QBrush(box.fill) : QBrush(Qt::NoBrush));
    QRectF area = onPixels(painter, rect);
    qreal radius = box.radius;
    if (box.edge.isValid()) {
        const qreal width = lineWidth(painter, box.width);
        painter->setPen(QPen(box.edge, width));
        area.adjust(width / 2, width / 2, -width / 2, -width / 2);
        radius = std::max(0.0, radius - width / 2);
    }
    radius = std::min({radius, area.width() / 2, area.height() / 2});
    if (radius > 0)
        painter->drawRoundedRect(area, radius, radius);
    else
        painter->drawRect(area);
    painter->restore();
}

void paintHairline(QPainter *painter, const QRectF &rect, Qt::Edge edge, const QColor &color)
{
    QRectF line = onPixels(painter, rect);
    const qreal width = lineWidth(painter, 1 / std::max(1.0, devicePixels(painter)));
    if (edge == Qt::TopEdge)
        line.setHeight(width);
    else if (edge == Qt::BottomEdge)
        line.setTop(line.bottom() - width);
    else if (edge == Qt::LeftEdge)
        line.setWidth(width);
    else
        line.setLeft(line.right() - width);
    painter->fillRect(line, color);
}

/// Lines around lines, each fainter: what lies below the floating thing costs nothing.
void paintShadow(QPainter *painter, const QRectF &rect, qreal radius, const Appearance &look)
{
    if (look.colors.isHighContrast())
        return;
    const int reach = look.px(16);
    const int below = look.px(2); // the light comes from above
    const QRectF shape = rect.translated(0, below);
    QColor color = look.colors.shadow();
    const float darkest = color.alphaF() / 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    for (int i = -2 * below; i < reach; ++i) {
        const float rest = 1 - float(std::max(0, i)) / float(reach);
        color.setAlphaF(darkest * rest * rest);
        painter->setPen(QPen(color, 1));
        const qreal grown = i + 0.5;
        const qreal round = std::max(0.0, radius + grown);
        painter->drawRoundedRect(shape.adjusted(-grown, -grown, grown, grown), round, round);
    }
    painter->restore();
}

} // namespace waymark
