#include "views/widgets/emptydrawing.h"

#include "views/theme/appearance.h"
#include "views/theme/icons.h"
#include "views/widgets/accessiblerole.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

// In px of the pictures.
constexpr QSizeF drawing(104, 64);
constexpr QPointF sign(56, 18);
constexpr qreal signRadius = 16;

void paintTrail(QPainter *painter, const Appearance &look)
{
    QPainterPath trail(QPointF(2, 62));
    trail.cubicTo({20, 62}, {26, 48}, {44, 46});
    trail.cubicTo({68, 44}, {70, 58}, {86, 44});
    trail.lineTo(104, 33);
    painter->setPen(QPen(look.color(Token::LineControl), 2, Qt::CustomDashLine, Qt::RoundCap));
    QPen pen = painter->pen();
    pen.setDashPattern({0.1, 3});
    painter->strokePath(trail, pen);
}

void paintSign(QPainter *painter, const QString &iconName, const Appearance &look)
{
    painter->setPen(QPen(look.color(Token::Tx3), 2, Qt::SolidLine, Qt::RoundCap));
    painter->drawLine(QPointF(sign.x(), sign.y() + signRadius), QPointF(sign.x(), 58));
    const QPolygonF diamond({sign - QPointF(0, signRadius), sign + QPointF(signRadius, 0),
                             sign + QPointF(0, signRadius), sign - QPointF(signRadius, 0)});
    painter->setPen(QPen(look.color(Token::Gold), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(look.color(Token::GoldSoft));
    painter->drawPolygon(diamond);
    paintIcon(painter, QRectF(sign.x() - 8, sign.y() - 8, 16, 16), iconName,
              look.color(Token::GoldTx));
}

void paintSearch(QPainter *painter, const Appearance &look)
{
    QPen dashes(look.color(Token::LineControl), 1.5, Qt::CustomDashLine, Qt::RoundCap);
    dashes.setDashPattern({2.5, 2});
    painter->setPen(dashes);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(16, 4, 50, 13), 4, 4);
    painter->drawRoundedRect(QRectF(16, 22, 36, 13), 4, 4);
    painter->setPen(QPen(look.color(Token::Tx3), 2, Qt::SolidLine, Qt::RoundCap));
    painter->setBrush(look.color(Token::BgPage));
    painter->drawEllipse(QPointF(68, 33), 13, 13);
    painter->drawLine(QPointF(77.5, 42.5), QPointF(88, 53));
}

} // namespace

EmptyDrawing::EmptyDrawing(const QString &iconName, QWidget *parent)
    : QWidget(parent)
    , m_iconName(iconName)
{
    setAccessibleRole(this, QAccessible::Graphic);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize EmptyDrawing::sizeHint() const
{
    return {px(this, drawing.width()), px(this, drawing.height())};
}

void EmptyDrawing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Appearance &look = appearanceOf(this);
    painter.scale(look.scale, look.scale);
    if (m_iconName == u"search")
        return paintSearch(&painter, look);
    paintTrail(&painter, look);
    paintSign(&painter, m_iconName, look);
}

} // namespace waymark
