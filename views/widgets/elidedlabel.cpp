#include "views/widgets/elidedlabel.h"

#include "views/widgets/accessiblerole.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace waymark {

ElidedLabel::ElidedLabel(TextRole role, Token ink, QWidget *parent)
    : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::StaticText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setTextRole(this, role);
    setInk(this, ink);
}

void ElidedLabel::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    setAccessibleName(text);
    showToolTip();
    updateGeometry();
    update();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return fontMetrics().size(Qt::TextSingleLine, m_text);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), fontMetrics().averageCharWidth() * 5),
            sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.setFont(font());
    const int align = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    painter.drawText(rect(), align | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_text, m_mode, width()));
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showToolTip();
}

void ElidedLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

bool ElidedLabel::isCut() const
{
    return width() < sizeHint().width();
}

void ElidedLabel::showToolTip()
{
    setToolTip(isCut() ? m_text : QString());
}

} // namespace waymark
