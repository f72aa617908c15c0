#include "views/widgets/linebar.h"

#include "models/items/lineplace.h"
#include "views/theme/controls.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/codeview.h"

#include <QBoxLayout>
#include <QIcon>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace waymark {

LineBar::LineBar(CodeView *view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_place(new QLineEdit(this))
    , m_message(new QLabel(this))
    , m_close(new QToolButton(this))
{
    m_place->setAccessibleName(tr("Go to line"));
    m_place->setPlaceholderText(tr("Line, or line:column"));
    m_message->setAccessibleName(tr("What is wrong with the line"));
    setTextRole(m_message, TextRole::Help);
    setInk(m_message, Token::ErrTx);
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close the line bar"));
    m_close->setToolTip(tr("Close the line bar"));
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setAutoRaise(true);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(8);
    row->addWidget(m_place, 1);
    row->addWidget(m_message, 1);
    row->addWidget(m_close);
    connect(m_place, &QLineEdit::textEdited, this, [this] { tell({}); });
    connect(m_close, &QToolButton::clicked, this, &LineBar::finish);
    tell({});
    hide();
}

void LineBar::start()
{
    show();
    tell({});
    m_place->setText(QString::number(m_view->caret().place().line + 1));
    m_place->selectAll();
    m_place->setFocus(Qt::ShortcutFocusReason);
}

void LineBar::setIcon(const QIcon &close)
{
    m_close->setIcon(close);
    m_close->setToolButtonStyle(Qt::ToolButtonIconOnly);
}

void LineBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        finish();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        go();
    else
        QWidget::keyPressEvent(event);
}

void LineBar::go()
{
    const auto place = readLinePlace(m_place->text(), m_view->text().lineCount());
    if (!place) {
        tell(place.error().problem.message);
        m_place->selectAll();
        return;
    }
    m_view->goTo(*place);
    finish();
}

/// The view is where reading goes on.
void LineBar::finish()
{
    hide();
    m_view->setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
}

void LineBar::tell(const QString &message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
    m_place->setAccessibleDescription(message);
    setMistake(m_place, !message.isEmpty());
    if (!message.isEmpty())
        announce(m_place, message);
}

} // namespace waymark
