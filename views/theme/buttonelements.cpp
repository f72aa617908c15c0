#include "views/theme/controls.h"
#include "views/theme/elements.h"
#include "views/theme/icons.h"
#include "views/theme/rings.h"
#include "views/theme/shapes.h"
#include "views/theme/working.h"

#include <QPainter>
#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qreal radius = 6;
constexpr qreal gap = 8;
constexpr qreal spinner = 14;

struct ButtonColors
{
    std::optional<Token> fill;
    std::optional<Token> edge;
    Token text;
};

/// Which of three tokens the button's state has: usual, under the pointer, pressed.
template<typename T>
T byState(const Painting &paint, T usual, T hovered, T pressed)
{
    if (paint.is(QStyle::State_Sunken))
        return pressed;
    return paint.isHovered() ? hovered : usual;
}

ButtonColors restingColors(ButtonLook look, bool isWorking)
{
    const Token text = isWorking ? Token::Tx2 : Token::TxDisabled;
    switch (look) {
    case ButtonLook::Primary:
        return {Token::BgPressed, {}, text};
    case ButtonLook::Flat:
    case ButtonLook::Link:
        return {{}, {}, text};
    default:
        return {Token::BgSubtle, Token::Line, text};
    }
}

ButtonColors colorsOf(const Painting &paint, ButtonLook look)
{
    const bool isOn = paint.is(QStyle::State_On);
    const std::optional<Token> none;
    const std::optional<Token> selected = Token::BgSelected;
    if (isWorking(paint.widget) || !paint.is(QStyle::State_Enabled))
        return restingColors(look, isWorking(paint.widget));
    switch (look) {
    case ButtonLook::Primary:
        return {byState(paint, Token::Accent, Token::AccentHover, Token::AccentPressed),
                {},
                Token::TxOnAccent};
    case ButtonLook::Flat:
        return {byState<std::optional<Token>>(paint, isOn ? selected : none, Token::BgHover,
                                              Token::BgPressed),
                {},
                isOn ? Token::AccentTx : inkOf(paint.widget).value_or(Token::Tx)};
    case ButtonLook::Link:
        return {byState<std::optional<Token>>(paint, none, Token::BgHover, Token::BgPressed),
                {},
                Token::AccentTx};
    case ButtonLook::Chip:
        if (isOn)
            return {Token::AccentSoft, Token::AccentTx, Token::AccentTx};
        break;
    case ButtonLook::Segment:
        return {isOn ? Token::BgSelected
                     : byState(paint, Token::BgSurface, Token::BgHover, Token::BgPressed),
                Token::LineControl, isOn ? Token::AccentTx : Token::Tx2};
    default:
        break;
    }
    const Token usual = isOn ? Token::BgPressed : Token::BgSurface;
    return {byState(paint, usual, Token::BgHover, Token::BgPressed), Token::LineControl, Token::Tx};
}

Box boxOf(const ButtonColors &colors, const Appearance &look)
{
    Box box{.radius = radius * look.scale};
    if (colors.fill)
        box.fill = look.color(*colors.fill);
    if (colors.edge)
        box.edge = look.color(*colors.edge);
    return box;
}

/// Icon, text and what stands behind them, as one line in the middle of a button.
struct Face
{
    QIcon icon;
    QSize iconSize;
    QString text;
    QString after = {}; // an icon: a menu, a way to take it off
};

int textWidth(const QPainter *painter, const QString &text)
{
    return painter->fontMetrics().size(Qt::TextShowMnemonic | Qt::TextSingleLine, text).width();
}

int faceWidth(const Painting &paint, const Face &face)
{
    const int between = paint.look.px(gap);
    int width = textWidth(paint.painter, face.text);
    if (isWorking(paint.widget))
        width += paint.look.px(spinner) + between;
    else if (!face.icon.isNull())
        width += face.iconSize.width() + (face.text.isEmpty() ? 0 : between);
    if (!face.after.isEmpty())
        width += paint.look.px(14) + paint.look.px(4);
    return width;
}

QRect cut(QRect *rest, int width, int height, int between)
{
    const QRect part(rest->x(), rest->y() + (rest->height() - height) / 2, width, height);
    rest->setLeft(rest->x() + width + between);
    return part;
}

void paintIconOf(const Painting &paint, const Face &face, QRect *rest, const QColor &color)
{
    const int between = paint.look.px(gap);
    if (isWorking(paint.widget)) {
        const int side = paint.look.px(spinner);
        paintSpinner(paint.painter, cut(rest, side, side, between), turnOf(paint.widget), color,
                     paint.look);
    } else if (!face.icon.isNull()) {
        const QRect place = cut(rest, face.iconSize.width(), face.iconSize.height(), between);
        const bool isEnabled = paint.is(QStyle::State_Enabled);
        paintIcon(paint.painter, place, face.icon, isEnabled ? QIcon::Normal : QIcon::Disabled,
                  paint.is(QStyle::State_On) ? QIcon::On : QIcon::Off, color);
    }
}

void paintFace(const Painting &paint, const Face &face, const QColor &color)
{
    const QRect all = paint.option->rect;
    const int width = std::min(faceWidth(paint, face), all.width());
    QRect rest(all.x() + (all.width() - width) / 2, all.y(), width, all.height());
    const bool isMirrored = paint.option->direction == Qt::RightToLeft;
    paintIconOf(paint, face, &rest, color);
    if (!face.after.isEmpty()) {
        const int side = paint.look.px(14);
        const QRect place(rest.right() + 1 - side, all.center().y() - side / 2 + 1, side, side);
        paintIcon(paint.painter, place, face.after, color);
        rest.setRight(place.left() - paint.look.px(4));
    }
    paint.painter->setPen(color);
    const bool showsMnemonic
        = paint.widget && paint.widget->style()->styleHint(QStyle::SH_UnderlineShortcut);
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine
        | (isMirrored ? Qt::AlignRight : Qt::AlignLeft)
        | (showsMnemonic ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    paint.painter->drawText(rest, flags, face.text);
}

ButtonLook pushButtonLook(const Painting &paint, const QStyleOptionButton &button)
{
    const ButtonLook look = buttonLookOf(paint.widget);
    const bool isDefault = button.features.testFlag(QStyleOptionButton::DefaultButton);
    return look == ButtonLook::Usual && isDefault ? ButtonLook::Primary : look;
}

/// One edge around all segments, hairlines between them.
void paintSegment(const Painting &paint, const ButtonColors &colors)
{
    const bool isMirrored = paint.option->direction == Qt::RightToLeft;
    const bool isLeft = isMirrored ? isLastSegment(paint.widget) : isFirstSegment(paint.widget);
    const bool isRight = isMirrored ? isFirstSegment(paint.widget) : isLastSegment(paint.widget);
    const QRect rect = paint.option->rect;
    const int beyond = paint.look.px(2 * radius); // what is round lies outside the clip
    const QRect box = rect.adjusted(isLeft ? 0 : -beyond, 0, isRight ? 0 : beyond, 0);
    paint.painter->save();
    paint.painter->setClipRect(rect, Qt::IntersectClip);
    paintBox(paint.painter, box, boxOf(colors, paint.look));
    const int edge = std::max(1, paint.look.px(1));
    if (!isLeft)
        paintHairline(paint.painter, QRect(rect).adjusted(0, edge, 0, -edge), Qt::LeftEdge,
                      paint.look.color(Token::Line));
    if (paint.is(QStyle::State_On)) {
        const int height = paint.look.px(2);
        paint.painter->fillRect(
            QRect(rect.x() + (isLeft ? edge : 0), rect.bottom() - edge - height + 1,
                  rect.width() - (isLeft ? edge : 0) - (isRight ? edge : 0), height),
            paint.look.color(Token::AccentTx));
    }
    paint.painter->restore();
}

QString iconAfter(const Painting &paint, const QStyleOptionToolButton &button, ButtonLook look)
{
    if (look == ButtonLook::Chip && paint.is(QStyle::State_On))
        return u"x"_s;
    return button.features.testFlag(QStyleOptionToolButton::HasMenu) && !button.text.isEmpty()
        ? u"down"_s
        : QString();
}

/// That of a button which only points somewhere; of others, none.
QString arrowOf(const QStyleOptionToolButton &button)
{
    if (!button.features.testFlag(QStyleOptionToolButton::Arrow))
        return {};
    switch (button.arrowType) {
    case Qt::UpArrow:
        return u"up"_s;
    case Qt::DownArrow:
        return u"down"_s;
    case Qt::LeftArrow:
        return u"left"_s;
    case Qt::RightArrow:
        return u"right"_s;
    case Qt::NoArrow:
        break;
    }
    return {};
}

} // namespace

bool paintNothing(const Painting &)
{
    return true;
}

bool paintButtonPanel(const Painting &paint)
{
    const auto *button = paint.as<QStyleOptionButton>();
    const ButtonLook look = button ? pushButtonLook(paint, *button) : ButtonLook::Usual;
    paintBox(paint.painter, paint.option->rect, boxOf(colorsOf(paint, look), paint.look));
    return true;
}

bool paintPushButton(const Painting &paint)
{
    const auto *button = paint.as<QStyleOptionButton>();
    if (!button)
        return false;
    const ButtonColors colors = colorsOf(paint, pushButtonLook(paint, *button));
    paintBox(paint.painter, button->rect, boxOf(colors, paint.look));
    const bool hasMenu = button->features.testFlag(QStyleOptionButton::HasMenu);
    paintFace(paint,
              {button->icon, button->iconSize, button->text, hasMenu ? u"down"_s : QString()},
              paint.look.color(colors.text));
    return true;
}

bool paintToolButton(const Painting &paint)
{
    const auto *button = paint.as<QStyleOptionToolButton>();
    if (!button)
        return false;
    const ButtonLook look = buttonLookOf(paint.widget);
    const ButtonColors colors = colorsOf(paint, look);
    paint.painter->save();
    if (look == ButtonLook::Segment)
        paintSegment(paint, colors);
    else
        paintBox(paint.painter, button->rect, boxOf(colors, paint.look));
    if (const QString arrow = arrowOf(*button); !arrow.isEmpty()) {
        const int side = std::min(paint.look.px(14), button->rect.width());
        QRect place(0, 0, side, side);
        place.moveCenter(button->rect.center());
        paintIcon(paint.painter, place, arrow, paint.look.color(colors.text));
    }
    QFont font = button->font;
    if (look == ButtonLook::Segment && paint.is(QStyle::State_On))
        font.setWeight(QFont::DemiBold);
    paint.painter->setFont(font);
    const bool hasText = button->toolButtonStyle != Qt::ToolButtonIconOnly;
    const bool hasIcon = button->toolButtonStyle != Qt::ToolButtonTextOnly;
    paintFace(paint,
              {hasIcon ? button->icon : QIcon(), button->iconSize,
               hasText ? button->text : QString(), iconAfter(paint, *button, look)},
              paint.look.color(colors.text));
    paint.painter->restore();
    return true;
}

} // namespace waymark
