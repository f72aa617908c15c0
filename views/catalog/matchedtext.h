#pragma once

#include "models/items/searchwords.h"

#include <QColor>
#include <QFont>
#include <QRect>

class QPainter;

namespace waymark {

/// A text whose matched letters are to be seen.
struct MatchedText
{
    QString text;
    QList<TextSpan> spans = {};
    QFont font = {};
    QColor color = {};
    QColor matched = {}; ///< Of the matched letters, which are bold too.
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

/// Paints `text` into as many lines of `rect` as it needs and there is room for; what is left over
/// is elided. Returns the height of what was painted.
int paintMatched(QPainter *painter, const QRect &rect, const MatchedText &text);

} // namespace waymark
