#pragma once

#include "views/theme/appearance.h"

#include <QRect>
#include <QStringList>

class QPainter;

namespace waymark {

/// The room that `caps` need in a row.
[[nodiscard]] QSize keyCapsSize(const QStringList &caps, const Appearance &look);

/// At the end of `rect`, which is its left side from right to left.
void paintKeyCaps(QPainter *painter, const QRect &rect, const QStringList &caps,
                  Qt::LayoutDirection direction, const Appearance &look);

} // namespace waymark
