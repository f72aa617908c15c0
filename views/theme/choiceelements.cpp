#include "views/theme/controls.h"
#include "views/theme/elements.h"
#include "views/theme/icons.h"
#include "views/theme/shapes.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

struct ChoiceColors
{
    QColor fill;
    QColor edge;
    QColor mark;
};

ChoiceColors colorsOf(const Painting &paint, bool isChosen)
{
    const Appearance &look = paint.look;
    if (!paint.is(QStyle::State_Enabled)) {
        const QColor fill = look.color(isChosen ? Token::TxDisabled : Token::BgSubtle);
        return {fill, look.color(isChosen ? Token::TxDisabled : Token::Line),
                look.color(Token::BgSurface)};
    }
    if (!isChosen) {
        const Token edge = hasMistake(paint.widget) ? Token::ErrTx
            : paint.isHovered()                     ? Token::Tx2
                                                    : Token::LineControl;
        return {look.color(paint.is(QStyle::State_Sunken) ? Token::BgPressed : Token::BgSurface),
                look.color(edge),
                {}};
    }
    const Token fill = paint.is(QStyle::State_Sunken) ? Token::AccentPressed
        : paint.isHovered()                           ? Token::AccentHover
                                                      : Token::Accent;
    return {look.color(fill), look.color(fill), look.color(Token::TxOnAccent)};
}

void paintSwitch(const Painting &paint)
{
    const bool isOn = paint.is(QStyle::State_On);
    ChoiceColors colors = colorsOf(paint, isOn);
    if (!isOn && paint.is(QStyle::State_Enabled)) {
        colors.fill = paint.look.color(paint.isHovered() ? Token::Tx2 : Token::LineControl);
        colors.mark = paint.look.color(Token::TxOnAccent);
        if (paint.look.colors.isHighContrast())
            colors.mark = paint.look.color(Token::BgSurface);
    } else if (!isOn) {
        colors.fill = colors.edge;
        colors.mark = paint.look.color(Token::BgSurface);
    }
    const QRect rect = paint.option->rect;
    paintBox(paint.painter, rect, {.fill = colors.fill, .radius = rect.height() / 2.0});
    const int inset = paint.look.px(2);
    const int side = rect.height() - 2 * inset;
    const bool isAtRight = isOn == (paint.option->direction == Qt::LeftToRight);
    const int left = isAtRight ? rect.right() + 1 - inset - side : rect.left() + inset;
    paintBox(paint.painter, QRect(left, rect.top() + inset, side, side),
             {.fill = colors.mark, .radius = side / 2.0});
}

} // namespace

bool paintCheckIndicator(const Painting &paint)
{
    if (buttonLookOf(paint.widget) == ButtonLook::Switch) {
        paintSwitch(paint);
        return true;
    }
    const bool isPartly = paint.is(QStyle::State_NoChange);
    const bool isChosen = isPartly || paint.is(QStyle::State_On);
    const ChoiceColors colors = colorsOf(paint, isChosen);
    const QRect rect = paint.option->rect;
    paintBox(paint.painter, rect,
             {.fill = colors.fill, .edge = colors.edge, .radius = 4 * paint.look.scale});
    if (isChosen) {
        const int inset = paint.look.px(1);
        paintIcon(paint.painter, rect.adjusted(inset, inset, -inset, -inset),
                  isPartly ? u"minus"_s : u"check"_s, colors.mark);
    }
    return true;
}

bool paintRadioIndicator(const Painting &paint)
{
    const bool isChosen = paint.is(QStyle::State_On);
    const ChoiceColors colors = colorsOf(paint, isChosen);
    const QRectF rect = paint.option->rect;
    paintBox(paint.painter, rect,
             {.fill = colors.fill, .edge = colors.edge, .radius = rect.width() / 2});
    if (isChosen) {
        const qreal inset = rect.width() * 5 / 16;
        paintBox(paint.painter, rect.adjusted(inset, inset, -inset, -inset),
                 {.fill = colors.mark, .radius = rect.width() / 2});
    }
    return true;
}

} // namespace waymark
