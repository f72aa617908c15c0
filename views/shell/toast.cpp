#include "views/shell/toast.h"

#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/actionbutton.h"
#include "views/widgets/iconlabel.h"
#include "views/widgets/wraplabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

// In px at 100 %.
constexpr qreal mostWidth = 444;
constexpr qreal leastWords = 120;

} // namespace

Toast::Toast(const QString &text, QAction *action, int milliseconds, QWidget *parent)
    : QFrame(parent)
    , m_text(text)
    , m_words(new WrapLabel(text, TextRole::Body, Token::Tx, this))
{
    setAccessibleRole(this, QAccessible::Notification);
    setAccessibleName(text);
    setSurface(this, Surface::Raised);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(px(this, 12), px(this, 6), px(this, 8), px(this, 6));
    row->setSpacing(px(this, 8));
    row->addWidget(new IconLabel(u"okcircle"_s, Token::OkTx, this));
    m_words->setMinimumWidth(std::min(lineWidth(), px(this, leastWords)));
    row->addWidget(m_words, 1);
    QList<QAbstractButton *> buttons; // Tab goes over them in the order in which they are made
    if (action)
        buttons += new ActionButton(action, ButtonLook::Link, this);
    auto *close = new QToolButton(this);
    close->setIcon(icon(u"x"_s, Token::Tx2));
    close->setAccessibleName(tr("Close the message"));
    close->setToolTip(tr("Close the message"));
    buttons += close;
    for (QAbstractButton *button : std::as_const(buttons)) {
        setControlSize(button, ControlSize::Inline);
        button->setFocusPolicy(Qt::TabFocus);
        button->installEventFilter(this);
        row->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, &Toast::expired);
    }
    m_time.setSingleShot(true);
    m_time.setInterval(milliseconds);
    connect(&m_time, &QTimer::timeout, this, &Toast::expired);
    m_time.start();
}

int Toast::lineWidth() const
{
    return m_words->fontMetrics().horizontalAdvance(m_text) + px(this, 2);
}

QSize Toast::sizeHint() const
{
    const int least = layout()->minimumSize().width();
    const int inOneLine = least - m_words->minimumWidth() + lineWidth();
    const int width = std::min(inOneLine, std::max(px(this, mostWidth), least));
    return {width, heightForWidth(width)};
}

void Toast::takeFocus()
{
    if (auto *button = findChild<QAbstractButton *>())
        button->setFocus(Qt::OtherFocusReason);
}

void Toast::wait()
{
    m_time.stop();
}

void Toast::goOn()
{
    const bool isInside = isAncestorOf(window()->focusWidget()) || underMouse();
    if (!isInside)
        m_time.start();
}

void Toast::enterEvent(QEnterEvent *event)
{
    QFrame::enterEvent(event);
    wait();
}

void Toast::leaveEvent(QEvent *event)
{
    QFrame::leaveEvent(event);
    goOn();
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        wait();
    else if (event->type() == QEvent::FocusOut)
        goOn();
    else if (event->type() == QEvent::KeyPress
             && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        Q_EMIT expired();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace waymark
