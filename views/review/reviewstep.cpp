#include "views/review/reviewstep.h"

#include "views/theme/shapes.h"
#include "views/theme/typography.h"
#include "views/widgets/accessiblerole.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace waymark {

ReviewStep::ReviewStep(QString name, QWidget *parent)
    : QWidget(parent)
    , m_name(std::move(name))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleRole(this, QAccessible::StaticText);
}

void ReviewStep::setNumber(int number)
{
    m_number = number;
    setAccessibleName(tr("Step %1, %2, current").arg(number).arg(m_name));
    update();
}

QSize ReviewStep::sizeHint() const
{
    const QFontMetrics metrics(fontOf(TextRole::BodyStrong));
    return {metrics.horizontalAdvance(m_name) + px(this, 42),
            std::max(px(this, 28), metrics.height() + px(this, 6))};
}

void ReviewStep::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Appearance &look = appearanceOf(this);
    const int side = look.px(20);
    const auto placed
        = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    paintBox(&painter, rect(), {.fill = look.color(Token::BgSelected), .radius = 6 * look.scale});
    const QRect circle = placed({look.px(4), (height() - side) / 2, side, side});
    paintBox(&painter, circle, {.fill = look.color(Token::Accent), .radius = side / 2.0});
    painter.setFont(fontOf(TextRole::Badge));
    painter.setPen(look.color(Token::TxOnAccent));
    painter.drawText(circle, Qt::AlignCenter, QString::number(m_number));
    painter.setFont(fontOf(TextRole::BodyStrong));
    painter.setPen(look.color(Token::Tx));
    painter.drawText(placed(rect().adjusted(look.px(30), 0, -look.px(12), 0)),
                     Qt::AlignLeading | Qt::AlignVCenter, m_name);
}

} // namespace waymark
