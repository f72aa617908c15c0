#include "views/theme/rows.h"

#include "views/theme/controls.h"
#include "views/theme/shapes.h"

#include <QPainter>
#include <QStyleOptionViewItem>
#include <QWidget>

#include <algorithm>
#include <optional>

namespace waymark {
namespace {

std::optional<Token> tintOf(QStyle::State state)
{
    if (state.testFlag(QStyle::State_Selected))
        return state.testFlag(QStyle::State_Active) ? Token::BgSelected : Token::BgSelectedInactive;
    if (state.testFlag(QStyle::State_MouseOver) && state.testFlag(QStyle::State_Enabled))
        return Token::BgHover;
    return std::nullopt;
}

bool has(RowPart part, RowPart end)
{
    return part == RowPart::Whole || part == end;
}

void paintBar(QPainter *painter, const QRect &rect, bool isAtRight, const Appearance &look)
{
    const int width = look.px(3);
    const int air = std::min(look.px(6), rect.height() / 4);
    const int left = isAtRight ? rect.right() + 1 - width : rect.left();
    paintBox(painter, QRect(left, rect.top() + air, width, rect.height() - 2 * air),
             {.fill = look.color(Token::AccentTx), .radius = width / 2.0});
}

} // namespace

QStyle::State rowStateOf(const QStyleOptionViewItem &item)
{
    const bool isActive
        = keepsSelection(item.widget) && item.widget && item.widget->isActiveWindow();
    return isActive ? item.state | QStyle::State_Active : item.state;
}

void paintRow(QPainter *painter, const QRect &rect, QStyle::State state, const RowShape &shape,
              const Appearance &look)
{
    const auto tint = tintOf(state);
    if (!tint)
        return;
    const bool isMirrored = shape.direction == Qt::RightToLeft;
    const bool isLeft = has(shape.part, isMirrored ? RowPart::End : RowPart::Start);
    const bool isRight = has(shape.part, isMirrored ? RowPart::Start : RowPart::End);
    const qreal radius = shape.isRound ? 6 * look.scale : 0;
    const bool needsEdge = look.colors.isHighContrast() && state.testFlag(QStyle::State_Selected);
    const int beyond = look.px(12); // round ends of a middle part lie outside the clip
    painter->save();
    painter->setClipRect(rect, Qt::IntersectClip);
    paintBox(painter, rect.adjusted(isLeft ? 0 : -beyond, 0, isRight ? 0 : beyond, 0),
             {.fill = look.color(*tint),
              .edge = needsEdge ? look.color(Token::Tx) : QColor(),
              .radius = radius});
    painter->restore();
    const bool isActive = state.testFlag(QStyle::State_Selected)
        && state.testFlag(QStyle::State_Active) && has(shape.part, RowPart::Start);
    if (isActive)
        paintBar(painter, rect, isMirrored, look);
}

void paintRowFocus(QPainter *painter, const QRect &rect, const Appearance &look)
{
    paintBox(painter, rect,
             {.edge = look.color(Token::Focus), .radius = 6 * look.scale, .width = 2});
}

} // namespace waymark
