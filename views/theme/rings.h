#pragma once

#include "views/theme/appearance.h"

#include <QRectF>

class QPainter;

namespace waymark {

/// `share` of a circle, from 0 to 1, clockwise from the top: as large as `rect` allows.
void paintRing(QPainter *painter, const QRectF &rect, double share, Token tone,
               const Appearance &look);

/// A quarter of a circle at `turn` of its way.
void paintSpinner(QPainter *painter, const QRectF &rect, double turn, const QColor &color,
                  const Appearance &look);

/// What stands for a row of a list while it loads: a tile and two lines. `number` varies their
/// length, so that they look like text.
void paintSkeletonRow(QPainter *painter, const QRect &rect, int number, const Appearance &look);

} // namespace waymark
