#include "views/shell/toastarea.h"

#include "views/shell/toast.h"
#include "views/theme/appearance.h"
#include "views/theme/fading.h"
#include "views/theme/shapes.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/mnemonics.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace waymark {
namespace {

constexpr qsizetype mostShown = 4;
constexpr qsizetype mostKept = 20;

} // namespace

ToastArea::ToastArea(QWidget *window, QWidget *bottom)
    : QWidget(window)
    , m_bottom(bottom)
    , m_column(new QVBoxLayout(this))
    , m_messages(new QMenu(tr("Messages"), this))
{
    setAccessibleRole(this, QAccessible::Grouping);
    setAccessibleName(tr("Messages"));
    m_column->setSpacing(px(this, 8));
    const int air = px(this, 18); // of the shadows
    m_column->setContentsMargins(air, air, air, air);
    window->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, &ToastArea::followFocus);
    hide();
}

/// A message that goes with it moves the focus, which is none of its business any more.
ToastArea::~ToastArea()
{
    qApp->disconnect(this);
}

void ToastArea::add(const QString &text, QAction *action)
{
    keep(text, action);
    while (m_toasts.size() >= mostShown)
        remove(m_toasts.first());
    auto *toast = new Toast(text, action, m_duration, this);
    connect(toast, &Toast::expired, this, [this, toast] { remove(toast); });
    m_toasts += toast;
    m_column->addWidget(toast, 0, Qt::AlignRight);
    show();
    raise();
    place();
    fadeIn(toast);
    announce(this, text);
    Q_EMIT added();
}

void ToastArea::keep(const QString &text, QAction *action)
{
    auto *kept = new QAction(literally(text), m_messages);
    kept->setEnabled(action != nullptr);
    if (action)
        connect(kept, &QAction::triggered, action, &QAction::trigger);
    const QList<QAction *> before = m_messages->actions();
    m_messages->insertAction(before.value(0), kept);
    if (before.size() >= mostKept)
        delete before.last();
}

void ToastArea::remove(Toast *toast)
{
    if (!m_toasts.removeOne(toast))
        return;
    if (toast->isAncestorOf(QApplication::focusWidget()))
        giveFocusBack();
    toast->hide();
    toast->deleteLater();
    setVisible(!m_toasts.isEmpty());
    place();
}

void ToastArea::followFocus(QWidget *before, QWidget *now)
{
    if (before && isAncestorOf(now) && !isAncestorOf(before))
        m_before = before;
}

/// To the message that came last; behind the last one, to where somebody works.
void ToastArea::giveFocusBack()
{
    if (!m_toasts.isEmpty())
        m_toasts.last()->takeFocus();
    else if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
}

bool ToastArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

bool ToastArea::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        place();
    return QWidget::event(event);
}

/// In the lower corner at the end of reading, not wider than the window.
void ToastArea::place()
{
    if (m_toasts.isEmpty())
        return;
    m_column->activate();
    const int room = parentWidget()->width();
    const int width = std::min(sizeHint().width(), room);
    const int height
        = m_column->hasHeightForWidth() ? m_column->heightForWidth(width) : sizeHint().height();
    const int left = layoutDirection() == Qt::RightToLeft ? 0 : room - width;
    const int bottom = m_bottom->mapTo(parentWidget(), QPoint()).y();
    setGeometry(left, bottom - height, width, height);
    update();
}

void ToastArea::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Appearance &look = appearanceOf(this);
    for (const Toast *toast : std::as_const(m_toasts))
        paintShadow(&painter, toast->geometry(), 8 * look.scale, look);
}

} // namespace waymark
