#include "views/shell/sidebardelegate.h"

#include "views/theme/icons.h"
#include "views/theme/rows.h"
#include "views/theme/shapes.h"
#include "views/theme/typography.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qreal iconSide = 18;

/// A rail has room for one digit.
QString countText(int count, bool isRail)
{
    return isRail && count > 9 ? u"9+"_s : QString::number(count);
}

void paintCount(QPainter *painter, const QRect &place, const QString &text, const Appearance &look)
{
    paintBox(painter, place,
             {.fill = look.color(Token::BgPressed), .radius = place.height() / 2.0});
    painter->save();
    painter->setFont(withTabularFigures(fontOf(TextRole::Badge)));
    painter->setPen(look.color(Token::Tx2));
    painter->drawText(place, Qt::AlignCenter, text);
    painter->restore();
}

} // namespace

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
    const int count = index.data(CountRole).toInt();
    const Places places = placesIn(row, count, look);
    paintIcon(painter, QRectF(QStyle::visualRect(option.direction, row, places.icon)),
              index.data(IconRole).toString(), look.color(isHere ? Token::AccentTx : Token::Tx2));
    if (!places.count.isNull())
        paintCount(painter, QStyle::visualRect(option.direction, row, places.count),
                   countText(count, m_isRail), look);
    if (m_isRail)
        return;
    painter->save();
    painter->setFont(fontOf(isHere ? TextRole::BodyStrong : TextRole::BodyMedium));
    painter->setPen(look.color(isHere ? Token::Tx : Token::Tx2));
    QRect words = row;
    words.setLeft(places.icon.right() + 1 + look.px(10));
    words.setRight(row.right() - look.px(8));
    if (count > 0)
        words.setRight(words.right() - look.px(28));
    const auto align = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    painter->drawText(
        QStyle::visualRect(option.direction, row, words),
        int(align | Qt::AlignVCenter) | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    painter->restore();
}

/// On the rail, the count stands in the corner above the icon, which makes room for it.
SideBarDelegate::Places SideBarDelegate::placesIn(const QRect &row, int count,
                                                  const Appearance &look) const
{
    const int side = look.px(iconSide);
    const int before = m_isRail ? (row.width() - side) / 2 : look.px(11);
    QRect icon(row.x() + before, row.y() + (row.height() - side) / 2, side, side);
    if (count <= 0)
        return {icon, {}};
    const QFontMetrics metrics(fontOf(TextRole::Badge));
    const int high = std::max(look.px(m_isRail ? 16 : 20), metrics.height());
    const int text = metrics.horizontalAdvance(countText(count, m_isRail));
    const int wide = std::max(high, text + look.px(m_isRail ? 6 : 12));
    const int top = m_isRail ? row.y() : row.y() + (row.height() - high) / 2;
    const int air = m_isRail ? 0 : look.px(8);
    const QRect badge(row.right() + 1 - wide - air, top, wide, high);
    if (m_isRail)
        icon.moveTo(badge.left() - side,
                    std::min(badge.bottom() - look.px(4), row.bottom() - side));
    return {icon, badge};
}

QSize SideBarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const Appearance &look = appearanceOf(option.widget);
    const QFontMetrics metrics(fontOf(TextRole::BodyStrong));
    return {look.px(40), std::max(look.px(34), metrics.height() + look.px(10))};
}

} // namespace waymark
