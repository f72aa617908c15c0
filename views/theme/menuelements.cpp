#include "views/theme/elements.h"
#include "views/theme/icons.h"
#include "views/theme/menucolumns.h"
#include "views/theme/rows.h"
#include "views/theme/shapes.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QRect square(const QRect &row, int left, int side)
{
    return {left, row.y() + (row.height() - side) / 2, side, side};
}

int textFlags(Qt::Alignment align)
{
    return int(align | Qt::AlignVCenter) | Qt::TextSingleLine | Qt::TextDontClip;
}

void paintMark(const Painting &paint, const QStyleOptionMenuItem &item, const QColor &color)
{
    const int side = paint.look.px(menuIcon);
    const int left = item.direction == Qt::LeftToRight
        ? item.rect.left() + paint.look.px(menuPadding)
        : item.rect.right() + 1 - paint.look.px(menuPadding) - side;
    const QRect place = square(item.rect, left, side);
    if (item.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (item.checked)
            paintIcon(paint.painter, place, u"check"_s, color);
    } else if (!item.icon.isNull()) {
        paintIcon(paint.painter, place, item.icon,
                  paint.is(QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled, QIcon::Off,
                  color);
    }
}

void paintWords(const Painting &paint, const QStyleOptionMenuItem &item, const QColor &color)
{
    const int before = menuTextStart(item, paint.look);
    const int after = paint.look.px(
        menuPadding + (item.menuItemType == QStyleOptionMenuItem::SubMenu ? menuIcon : 0));
    const QRect room
        = QStyle::visualRect(item.direction, item.rect, item.rect.adjusted(before, 0, -after, 0));
    const auto start = QStyle::visualAlignment(item.direction, Qt::AlignLeft);
    const auto end = QStyle::visualAlignment(item.direction, Qt::AlignRight);
    paint.painter->setFont(item.font);
    paint.painter->setPen(color);
    paint.painter->drawText(room, textFlags(start) | Qt::TextShowMnemonic,
                            item.text.section(u'\t', 0, 0));
    if (!item.text.contains(u'\t'))
        return;
    const bool isEnabled = paint.is(QStyle::State_Enabled);
    paint.painter->setPen(paint.look.color(isEnabled ? Token::Tx3 : Token::TxDisabled));
    paint.painter->drawText(room, textFlags(end), item.text.section(u'\t', 1));
}

} // namespace

int menuTextStart(const QStyleOptionMenuItem &item, const Appearance &look)
{
    const bool hasMarks = item.menuHasCheckableItems || item.maxIconWidth > 0;
    return look.px(menuPadding + (hasMarks ? menuIcon + menuGap : 0));
}

bool paintMenuPanel(const Painting &paint)
{
    paintBox(paint.painter, paint.option->rect,
             {.fill = paint.look.color(Token::BgRaised),
              .edge = paint.look.color(Token::Line),
              .radius = 8 * paint.look.scale});
    return true;
}

bool paintMenuItem(const Painting &paint)
{
    const auto *item = paint.as<QStyleOptionMenuItem>();
    if (!item)
        return false;
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        const int air = paint.look.px(4);
        const QRect line(item->rect.x() + air, item->rect.center().y(),
                         item->rect.width() - 2 * air, 1);
        paintHairline(paint.painter, line, Qt::TopEdge, paint.look.color(Token::LineSubtle));
        return true;
    }
    const bool isEnabled = paint.is(QStyle::State_Enabled);
    const QColor color = paint.look.color(isEnabled ? Token::Tx : Token::TxDisabled);
    paint.painter->save();
    if (paint.is(QStyle::State_Selected))
        paintRow(paint.painter, item->rect,
                 QStyle::State_Selected | QStyle::State_Active | QStyle::State_Enabled,
                 {.direction = item->direction}, paint.look);
    paintMark(paint, *item, color);
    paintWords(paint, *item, color);
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu) {
        const int side = paint.look.px(14);
        const bool isMirrored = item->direction == Qt::RightToLeft;
        const int left = isMirrored ? item->rect.left() + paint.look.px(6)
                                    : item->rect.right() + 1 - side - paint.look.px(6);
        paintIcon(paint.painter, square(item->rect, left, side),
                  isMirrored ? u"left"_s : u"right"_s, color);
    }
    paint.painter->restore();
    return true;
}

bool paintMenuBarItem(const Painting &paint)
{
    const auto *item = paint.as<QStyleOptionMenuItem>();
    if (!item)
        return false;
    const bool isOpen = paint.is(QStyle::State_Sunken);
    const int air = paint.look.px(2);
    paint.painter->save();
    if (isOpen || paint.is(QStyle::State_Selected))
        paintBox(paint.painter, item->rect.adjusted(0, air, 0, -air),
                 {.fill = paint.look.color(isOpen ? Token::BgPressed : Token::BgHover),
                  .radius = 6 * paint.look.scale});
    const bool isEnabled = paint.is(QStyle::State_Enabled);
    paint.painter->setPen(paint.look.color(isEnabled ? Token::Tx : Token::TxDisabled));
    paint.painter->drawText(
        item->rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine | Qt::TextDontClip,
        item->text);
    paint.painter->restore();
    return true;
}

} // namespace waymark
