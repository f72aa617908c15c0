#include "views/shell/overlay.h"

#include "views/shell/floatingpanel.h"
#include "views/theme/appearance.h"
#include "views/theme/fading.h"
#include "views/theme/shapes.h"
#include "views/widgets/accessiblerole.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

namespace waymark {

Overlay::Overlay(const QString &name, QWidget *window)
    : QWidget(window)
    , m_panel(new FloatingPanel(this))
{
    setAccessibleRole(this, QAccessible::Dialog);
    setAccessibleName(name);
    window->installEventFilter(this);
    hide();
}

void Overlay::open(QWidget *first)
{
    const bool wasOpen = isOpen();
    if (!wasOpen)
        m_before = window()->focusWidget();
    setGeometry(parentWidget()->rect());
    place();
    raise();
    show();
    if (!wasOpen)
        fadeIn(this);
    first->setFocus(Qt::ShortcutFocusReason);
}

void Overlay::dismiss()
{
    if (!isOpen())
        return;
    hide();
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
    Q_EMIT dismissed();
}

bool Overlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

/// The next in the round of what the panel holds.
bool Overlay::focusNextPrevChild(bool next)
{
    QWidget *from = window()->focusWidget();
    QWidget *widget = from && isAncestorOf(from) ? from : this;
    for (QWidget *start = widget; widget;) {
        widget = next ? widget->nextInFocusChain() : widget->previousInFocusChain();
        if (widget == start)
            return true;
        const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
        if (takesTab && isAncestorOf(widget) && widget->isVisible() && widget->isEnabled())
            break;
    }
    if (widget)
        widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void Overlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QWidget::keyPressEvent(event);
}

void Overlay::mousePressEvent(QMouseEvent *event)
{
    if (!m_panel->geometry().contains(event->position().toPoint()))
        dismiss();
}

void Overlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Appearance &look = appearanceOf(this);
    painter.fillRect(rect(), look.colors.scrim());
    paintShadow(&painter, m_panel->geometry(), FloatingPanel::radius * look.scale, look);
}

void Overlay::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void Overlay::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && isOpen())
        place();
}

void Overlay::place()
{
    m_panel->setGeometry(panelRect(size()));
    update();
}

} // namespace waymark
