#include "views/create/answeredit.h"

#include "views/theme/appearance.h"

#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QTextDocument>

#include <algorithm>

namespace waymark {
namespace {

constexpr int fewestLines = 3;
constexpr int mostLines = 14;
constexpr qreal boxMargins = 14;

} // namespace

bool isFormKey(const QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto *key = static_cast<const QKeyEvent *>(event);
    return key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo);
}

void AnswerEdit::take(const QString &text)
{
    if (text == m_known)
        return;
    m_known = text;
    put(text);
}

void AnswerEdit::settle(const QString &text)
{
    m_known = text;
}

bool AnswerEdit::event(QEvent *event)
{
    if (!isFormKey(event))
        return QLineEdit::event(event);
    event->ignore(); // so that it reaches the action
    return true;
}

void AnswerEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    const auto reason = event->reason();
    if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
        put(m_known);
}

void AnswerEdit::put(const QString &wanted)
{
    if (text() == wanted)
        return;
    const int cursor = cursorPosition();
    setText(wanted);
    setCursorPosition(std::min(cursor, int(wanted.size())));
}

AnswerBox::AnswerBox(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    connect(this, &QPlainTextEdit::textChanged, this, &AnswerBox::tell);
}

void AnswerBox::take(const QString &text)
{
    if (text == m_known)
        return;
    m_known = text;
    if (text == toPlainText())
        return;
    const QScopedValueRollback taking(m_isTaking, true);
    const int place = std::min(textCursor().position(), int(text.size()));
    setPlainText(text);
    QTextCursor cursor = textCursor();
    cursor.setPosition(place);
    setTextCursor(cursor);
}

void AnswerBox::settle(const QString &text)
{
    m_known = text;
}

QSize AnswerBox::sizeHint() const
{
    const int lines = std::clamp(document()->lineCount(), fewestLines, mostLines);
    return {px(this, 160), lines * fontMetrics().lineSpacing() + px(this, boxMargins)};
}

bool AnswerBox::event(QEvent *event)
{
    if (!isFormKey(event))
        return QPlainTextEdit::event(event);
    event->ignore();
    return true;
}

void AnswerBox::tell()
{
    updateGeometry();
    if (!m_isTaking)
        Q_EMIT textEdited(toPlainText());
}

} // namespace waymark
