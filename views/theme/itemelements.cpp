#include "views/theme/elements.h"
#include "views/theme/icons.h"
#include "views/theme/rows.h"
#include "views/theme/shapes.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTableView>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// In a tree the branches are painted first, and have the start of the row.
RowPart partOf(const Painting &paint, const QStyleOptionViewItem &item)
{
    const bool isIndented = qobject_cast<const QTreeView *>(paint.widget) && item.rect.left() > 0;
    switch (item.viewItemPosition) {
    case QStyleOptionViewItem::Beginning:
        return isIndented ? RowPart::Middle : RowPart::Start;
    case QStyleOptionViewItem::Middle:
        return RowPart::Middle;
    case QStyleOptionViewItem::End:
        return RowPart::End;
    case QStyleOptionViewItem::OnlyOne:
        return isIndented ? RowPart::End : RowPart::Whole;
    case QStyleOptionViewItem::Invalid:
        break;
    }
    return RowPart::Whole;
}

RowPart partOfTable(const QTableView &table, const QStyleOptionViewItem &item)
{
    const bool isFirst
        = item.index.column() == 0 || table.selectionBehavior() != QAbstractItemView::SelectRows;
    return isFirst ? RowPart::Start : RowPart::Middle;
}

} // namespace

bool paintItemPanel(const Painting &paint)
{
    const auto *item = paint.as<QStyleOptionViewItem>();
    if (!item)
        return false;
    const auto *table = qobject_cast<const QTableView *>(paint.widget);
    if (item->backgroundBrush.style() != Qt::NoBrush)
        paint.painter->fillRect(item->rect, item->backgroundBrush);
    const RowShape shape{.part = table ? partOfTable(*table, *item) : partOf(paint, *item),
                         .isRound = !table,
                         .direction = item->direction};
    paintRow(paint.painter, item->rect, rowStateOf(*item), shape, paint.look);
    if (table)
        paintHairline(paint.painter, item->rect, Qt::BottomEdge,
                      paint.look.color(Token::LineSubtle));
    return true;
}

/// The indentation of a tree's row; the item itself is painted by paintItemPanel().
bool paintItemRow(const Painting &paint)
{
    const auto *tree = qobject_cast<const QTreeView *>(paint.widget);
    if (!tree || paint.option->rect.isEmpty())
        return true;
    const auto *item = paint.as<QStyleOptionViewItem>();
    const bool isIndentation
        = paint.option->rect.left() <= 0 && paint.option->rect.width() < tree->viewport()->width();
    if (item && isIndentation && (item->state & (QStyle::State_Selected | QStyle::State_MouseOver)))
        paintRow(paint.painter, item->rect, rowStateOf(*item),
                 {.part = RowPart::Start, .direction = item->direction}, paint.look);
    return true;
}

bool paintItemFocus(const Painting &paint)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(paint.widget);
    if (!view)
        return true; // controls have FocusRing
    const auto *focus = paint.as<QStyleOptionFocusRect>();
    const bool isByKeyboard = view->window()->testAttribute(Qt::WA_KeyboardFocusChange);
    const bool isTold = focus && focus->state.testFlag(QStyle::State_Selected);
    if (isByKeyboard || !isTold) // bar and tint are enough where one clicked
        paintRowFocus(paint.painter, paint.option->rect, paint.look);
    return true;
}

bool paintBranch(const Painting &paint)
{
    if (!paint.is(QStyle::State_Children))
        return true;
    const bool isOpen = paint.is(QStyle::State_Open);
    const bool isMirrored = paint.option->direction == Qt::RightToLeft;
    const int side = paint.look.px(14);
    QRect place(0, 0, side, side);
    place.moveCenter(paint.option->rect.center());
    paintIcon(paint.painter, place,
              isOpen           ? u"down"_s
                  : isMirrored ? u"left"_s
                               : u"right"_s,
              paint.look.color(paint.isHovered() ? Token::Tx : Token::Tx3));
    return true;
}

} // namespace waymark
