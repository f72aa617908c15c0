#pragma once

#include "views/theme/appearance.h"

#include <QRectF>

class QPainter;

namespace waymark {

/// How a rectangle is painted: an invalid colour leaves its part out; lengths in px of the screen.
struct Box
{
    QColor fill = {};
    QColor edge = {};
    qreal radius = 0;
    qreal width = 1; // of the edge, which lies inside
};

/// `rect` with its edges on whole pixels of the device, so that lines are sharp at 125 % too.
[[nodiscard]] QRectF onPixels(const QPainter *painter, const QRectF &rect);

/// `width` px in whole pixels of the device, at least one; as long as px of the painter.
[[nodiscard]] qreal lineWidth(const QPainter *painter, qreal width = 1);

void paintBox(QPainter *painter, const QRectF &rect, const Box &box);

/// One pixel of the device along an edge of `rect`, inside of it.
void paintHairline(QPainter *painter, const QRectF &rect, Qt::Edge edge, const QColor &color);

/// Below what floats: `rect` is the floating thing, the shadow lies up to 18 px around it.
void paintShadow(QPainter *painter, const QRectF &rect, qreal radius, const Appearance &look);

} // namespace waymark
