#include "views/shell/sidebardelegate.h"

#include "views/theme/badges.h"
#include "views/theme/icons.h"
#include "views/theme/rows.h"
#include "views/theme/typography.h"

#include <QPainter>

#include <algorithm>

namespace waymark {

void SideBarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Appearance &look = appearanceOf(option.widget);
    const QRect row = option.rect.adjusted(0, 1, 0, -1);
    const QStyle::State state = rowStateOf(option);
    const bool isHere = state.testFlag(QStyle::State_Selected);
    paintRow(painter, row, state, {.direction = option.direction}, look);
    const bool isByKeyboard
        = option.widget && option.widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
    if (state.testFlag(QStyle::State_HasFocus) && isByKeyboard)
        paintRowFocus(painter, row, look);
    const int side = look.px(18);
    const int before = m_isRail ? (row.width() - side) / 2 : look.px(11);
    const QRect mark(row.x() + before, row.y() + (row.height() - side) / 2, side, side);
    paintIcon(painter, QRectF(QStyle::visualRect(option.direction, row, mark)),
              index.data(IconRole).toString(), look.color(isHere ? Token::AccentTx : Token::Tx2));
    const int count = index.data(CountRole).toInt();
    if (count > 0)
        paintCount(painter, option, row, count);
    if (m_isRail)
        return;
    painter->save();
    painter->setFont(fontOf(isHere ? TextRole::BodyStrong : TextRole::BodyMedium));
    painter->setPen(look.color(isHere ? Token::Tx : Token::Tx2));
    QRect words = row.adjusted(before + side + look.px(10), 0, -look.px(8), 0);
    if (count > 0)
        words.setRight(words.right() - look.px(28));
    const auto align = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    painter->drawText(
        QStyle::visualRect(option.direction, row, words),
        int(align | Qt::AlignVCenter) | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    painter->restore();
}

void SideBarDelegate::paintCount(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QRect &row, int count) const
{
    const Appearance &look = appearanceOf(option.widget);
    const BadgeText badge{.kind = BadgeKind::Count, .text = QString::number(count)};
    const QSize size = badgeSize(badge, look);
    const int top = m_isRail ? row.y() : row.y() + (row.height() - size.height()) / 2;
    const int air = m_isRail ? 0 : look.px(8);
    const QRect place(row.right() + 1 - size.width() - air, top, size.width(), size.height());
    paintBadge(painter, QStyle::visualRect(option.direction, row, place), badge, look);
}

QSize SideBarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const Appearance &look = appearanceOf(option.widget);
    const QFontMetrics metrics(fontOf(TextRole::BodyStrong));
    return {look.px(40), std::max(look.px(34), metrics.height() + look.px(10))};
}

} // namespace waymark
