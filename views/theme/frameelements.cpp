#include "views/theme/controls.h"
#include "views/theme/elements.h"
#include "views/theme/inputbox.h"
#include "views/theme/shapes.h"

#include <QAbstractButton>
#include <QFocusFrame>
#include <QFrame>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTextBrowser>

#include <algorithm>
#include <array>
#include <optional>

namespace waymark {
namespace {

struct SurfaceLook
{
    Surface surface;
    std::optional<Token> fill;
    std::optional<Token> edge;
    qreal radius;
};

constexpr std::array<SurfaceLook, 14> surfaceLooks{{
    {Surface::None, {}, {}, 0},
    {Surface::Window, Token::BgWindow, {}, 0},
    {Surface::Page, Token::BgPage, {}, 0},
    {Surface::Panel, Token::BgPage, Token::LineSubtle, 8},
    {Surface::Card, Token::BgSurface, Token::LineSubtle, 8},
    {Surface::Well, Token::BgSubtle, Token::LineSubtle, 8},
    {Surface::Choice, Token::BgSurface, Token::Line, 6},
    {Surface::Raised, Token::BgRaised, Token::Line, 8},
    {Surface::Information, Token::AccentSoft, Token::AccentTx, 8},
    {Surface::Warning, Token::WarnSoft, Token::WarnLine, 8},
    {Surface::Error, Token::ErrSoft, Token::ErrLine, 8},
    {Surface::Done, Token::OkSoft, Token::OkFill, 8},
    {Surface::Golden, Token::GoldSoft, Token::GoldLine, 8},
    {Surface::Strip, Token::WarnSoft, Token::WarnLine, 0},
}};

bool isTextBox(const QWidget *widget)
{
    const bool isText
        = qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
    return isText && !qobject_cast<const QTextBrowser *>(widget);
}

} // namespace

bool paintSurface(const Painting &paint)
{
    const SurfaceLook &surface = surfaceLooks[size_t(surfaceOf(paint.widget))];
    if (!surface.fill)
        return true;
    if (surface.surface == Surface::Strip) {
        paint.painter->fillRect(paint.option->rect, paint.look.color(*surface.fill));
        paintHairline(paint.painter, paint.option->rect, Qt::BottomEdge,
                      paint.look.color(*surface.edge));
        return true;
    }
    Token edge = surface.edge.value_or(Token::LineSubtle);
    if (surface.surface == Surface::Choice && paint.isHovered())
        edge = Token::LineControl;
    paintBox(paint.painter, paint.option->rect,
             {.fill = paint.look.color(*surface.fill),
              .edge = surface.edge ? paint.look.color(edge) : QColor(),
              .radius = surface.radius * paint.look.scale});
    return true;
}

bool paintFrame(const Painting &paint)
{
    if (isTextBox(paint.widget)) {
        paintInputBox(paint.painter, paint.option->rect, inputStateOf(paint), paint.look);
        return true;
    }
    const auto *frame = paint.as<QStyleOptionFrame>();
    if (frame && frame->lineWidth > 0)
        paintBox(paint.painter, frame->rect, {.edge = paint.look.color(Token::Line)});
    return true;
}

/// A line between things; every other shape is left to Fusion, which asks for paintFrame().
bool paintRule(const Painting &paint)
{
    const auto *frame = paint.as<QStyleOptionFrame>();
    if (!frame || (frame->frameShape != QFrame::HLine && frame->frameShape != QFrame::VLine))
        return false;
    const bool isFlat = frame->frameShape == QFrame::HLine;
    QRect line = frame->rect;
    if (isFlat)
        line.setTop(line.center().y());
    else
        line.setLeft(line.center().x());
    paintHairline(paint.painter, line, isFlat ? Qt::TopEdge : Qt::LeftEdge,
                  paint.look.color(Token::Line));
    return true;
}

bool paintToolTip(const Painting &paint)
{
    paint.painter->fillRect(paint.option->rect, paint.look.color(Token::BgTooltip));
    if (paint.look.colors.isHighContrast())
        paintBox(paint.painter, paint.option->rect, {.edge = paint.look.color(Token::TxTooltip)});
    return true;
}

bool paintStatusBar(const Painting &paint)
{
    paintHairline(paint.painter, paint.option->rect, Qt::TopEdge, paint.look.color(Token::Line));
    return true;
}

/// Around a button with some air; an input's own edge is the inner part of its ring.
bool paintFocusFrame(const Painting &paint)
{
    const auto *frame = qobject_cast<const QFocusFrame *>(paint.widget);
    const bool isButton = frame && qobject_cast<const QAbstractButton *>(frame->widget());
    const int inset = isButton ? 0 : paint.look.px(4) - paint.look.px(2);
    const qreal radius = isButton ? 10 : 8;
    paintBox(paint.painter, paint.option->rect.adjusted(inset, inset, -inset, -inset),
             {.edge = paint.look.color(Token::Focus),
              .radius = radius * paint.look.scale,
              .width = double(std::max(2, paint.look.px(2)))});
    return true;
}

} // namespace waymark
