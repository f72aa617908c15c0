#include "views/shell/floatingpanel.h"

#include "views/theme/appearance.h"
#include "views/theme/shapes.h"

#include <QPainter>
#include <QPainterPath>

namespace waymark {

FloatingPanel::FloatingPanel(QWidget *parent)
    : QWidget(parent)
{
}

void FloatingPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Appearance &look = appearanceOf(this);
    const qreal round = radius * look.scale;
    paintBox(&painter, rect(), {.fill = look.color(Token::BgRaised), .radius = round});
    if (m_footer) {
        const QRect footer(0, m_footer->y(), width(), height() - m_footer->y());
        QPainterPath whole;
        whole.addRoundedRect(rect(), round, round);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipPath(whole);
        painter.fillRect(footer, look.color(Token::BgSubtle));
        paintHairline(&painter, footer, Qt::TopEdge, look.color(Token::Line));
        painter.restore();
    }
    paintBox(&painter, rect(), {.edge = look.color(Token::Line), .radius = round});
}

} // namespace waymark
