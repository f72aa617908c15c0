#pragma once

#include "views/theme/appearance.h"

#include <QRect>
#include <QStyle>

class QPainter;
class QStyleOptionViewItem;

namespace waymark {

/// Which ends of a row a part of it has.
enum class RowPart : quint8 { Whole, Start, Middle, End };

/// How the parts of a row are painted: by a list round, by a table from edge to edge.
struct RowShape
{
    RowPart part = RowPart::Whole;
    bool isRound = true;
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

/// The state of an item as its row is painted: what a view says, but for setKeepsSelection().
[[nodiscard]] QStyle::State rowStateOf(const QStyleOptionViewItem &item);

/// The tint of `state`, and the bar of a selected row in an active window.
void paintRow(QPainter *painter, const QRect &rect, QStyle::State state, const RowShape &shape,
              const Appearance &look);

/// The ring inside the row that has the focus.
void paintRowFocus(QPainter *painter, const QRect &rect, const Appearance &look);

} // namespace waymark
