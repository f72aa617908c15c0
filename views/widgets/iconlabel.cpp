#include "views/widgets/iconlabel.h"

#include "views/theme/appearance.h"
#include "views/theme/icons.h"
#include "views/widgets/accessiblerole.h"

#include <QPainter>

namespace waymark {

IconLabel::IconLabel(const QString &name, Token token, QWidget *parent, qreal side)
    : QWidget(parent)
    , m_name(name)
    , m_token(token)
    , m_side(side)
{
    setAccessibleRole(this, QAccessible::Graphic);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(const QString &name, Token token)
{
    m_name = name;
    m_token = token;
    update();
}

QSize IconLabel::sizeHint() const
{
    return {px(this, m_side), px(this, m_side)};
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Token token = isEnabled() ? m_token : Token::TxDisabled;
    paintIcon(&painter, QRectF(rect()), m_name, colorOf(this, token));
}

} // namespace waymark
