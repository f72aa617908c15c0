#include "views/theme/focusring.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTextBrowser>

namespace waymark {
namespace {

bool isByKeyboard(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason
        || reason == Qt::ShortcutFocusReason;
}

/// The window or a menu took the focus, and it will come back.
bool isPassing(Qt::FocusReason reason)
{
    return reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason;
}

/// The box that `widget` is the text of, or itself.
QWidget *wholeOf(QWidget *widget)
{
    QWidget *parent = widget->parentWidget();
    const bool isPart
        = qobject_cast<QAbstractSpinBox *>(parent) || qobject_cast<QComboBox *>(parent);
    return qobject_cast<QLineEdit *>(widget) && isPart ? parent : widget;
}

/// A line without a frame of its own that is no box's text: what it stands in shows the focus.
bool isPartOfAnother(const QWidget *widget)
{
    const auto *edit = qobject_cast<const QLineEdit *>(widget);
    const QWidget *parent = widget->parentWidget();
    const bool isText
        = qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QComboBox *>(parent);
    return edit && !edit->hasFrame() && !isText;
}

} // namespace

FocusRing::FocusRing() = default;

FocusRing::~FocusRing()
{
    delete m_frame;
}

bool FocusRing::isFor(const QWidget *widget)
{
    if (isPartOfAnother(widget))
        return false;
    if (qobject_cast<const QTextBrowser *>(widget))
        return false;
    if (qobject_cast<const QScrollArea *>(widget))
        return (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus; // keys scroll it
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
        || qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    const bool isButton = qobject_cast<QAbstractButton *>(watched) != nullptr;
    if (widget && event->type() == QEvent::FocusIn) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (!isButton || isByKeyboard(reason))
            showAround(wholeOf(widget));
    } else if (event->type() == QEvent::FocusOut) {
        if (!isPassing(static_cast<QFocusEvent *>(event)->reason()))
            hide();
    } else if (event->type() == QEvent::MouseButtonPress && isButton) {
        hide();
    }
    return QObject::eventFilter(watched, event);
}

/// A frame for each: one that outlives what it surrounds would keep a pointer to it.
void FocusRing::showAround(QWidget *widget)
{
    if (m_frame && m_frame->widget() == widget)
        return;
    hide();
    if (widget->isWindow())
        return;
    m_frame = new QFocusFrame(widget->parentWidget());
    m_frame->setWidget(widget);
    // Ends with the frame: what had the focus before may go while another has it.
    connect(widget, &QObject::destroyed, m_frame.data(), [this] { hide(); });
}

void FocusRing::hide()
{
    delete m_frame;
}

} // namespace waymark
