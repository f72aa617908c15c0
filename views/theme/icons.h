#pragma once

#include "views/theme/tokens.h"

#include <QIcon>
#include <QRectF>
#include <QString>
#include <QStringList>

class QPainter;

namespace waymark {

/// The icon in the colour of text, or of `token`, for actions and buttons: it follows the theme.
/// `name` is one of iconNames().
[[nodiscard]] QIcon icon(const QString &name);
[[nodiscard]] QIcon icon(const QString &name, Token token);

/// "catalog", "diamondo", …: sorted.
[[nodiscard]] QStringList iconNames();
[[nodiscard]] bool isIcon(const QString &name);

/// `side` in px of the window. Kept in QPixmapCache by name, size, ratio and colour.
[[nodiscard]] QPixmap iconPixmap(const QString &name, qreal side, qreal devicePixelRatio,
                                 const QColor &color);

/// As large as `rect` allows, in its middle; sharp on whatever the painter paints on.
void paintIcon(QPainter *painter, const QRectF &rect, const QString &name, const QColor &color);

/// An icon of a button in the button's colour if it is one of ours without a colour of its own.
void paintIcon(QPainter *painter, const QRect &rect, const QIcon &icon, QIcon::Mode mode,
               QIcon::State state, const QColor &color);

} // namespace waymark
