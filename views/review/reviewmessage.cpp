#include "views/review/reviewmessage.h"

#include "models/items/messagedraft.h"
#include "models/items/servicesession.h"
#include "models/plan/commitmessage.h"
#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/widgets/wraplabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFontMetrics>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace waymark {

ReviewMessage::ReviewMessage(ServiceSession &session, QWidget *parent)
    : ReviewPart(parent)
    , m_session(session)
    , m_column(new QVBoxLayout(this))
    , m_head(new QHBoxLayout)
    , m_title(new QLabel(tr("Commit &message"), this))
    , m_counter(new QLabel(this))
    , m_subject(new QLineEdit(this))
    , m_body(new QPlainTextEdit(this))
    , m_state(new WrapLabel(TextRole::Help, Token::Tx2, this))
    , m_reset(new QPushButton(icon(u"undo"_s), tr("Reset"), this))
{
    build();
    connect(m_subject, &QLineEdit::textEdited, this, &ReviewMessage::take);
    connect(m_body, &QPlainTextEdit::textChanged, this, &ReviewMessage::take);
    connect(m_reset, &QPushButton::clicked, this, &ReviewMessage::reset);
    for (QWidget *editor : QList<QWidget *>{m_subject, m_body})
        editor->installEventFilter(this);
    refresh();
    built();
}

void ReviewMessage::build()
{
    setAccessibleName(tr("Commit message"));
    setTextRole(m_title, TextRole::BodyStrong);
    setTextRole(m_counter, TextRole::Help);
    m_title->setBuddy(m_subject);
    m_subject->setAccessibleName(tr("Subject of the commit message"));
    m_subject->setPlaceholderText(tr("What this commit does, in a line"));
    m_body->setAccessibleName(tr("Body of the commit message"));
    m_body->setTabChangesFocus(true);
    m_body->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // its lines scroll
    m_body->setPlaceholderText(tr("Why, and what a reader should know"));
    setButtonLook(m_reset, ButtonLook::Flat);
    setControlSize(m_reset, ControlSize::Inline);
    m_reset->setAccessibleName(tr("Reset the message to the usual one"));

    m_head->addWidget(m_title, 1);
    m_head->addWidget(m_reset);
    m_head->addWidget(m_counter);
    m_column->addLayout(m_head);
    m_column->addWidget(m_subject);
    m_column->addWidget(m_body, 1);
    m_column->addWidget(m_state);
}

void ReviewMessage::measure()
{
    m_column->setContentsMargins({});
    m_column->setSpacing(px(this, 6));
    m_head->setSpacing(px(this, 8));
    const int line = QFontMetrics(m_body->font()).lineSpacing();
    m_body->setMinimumHeight(4 * line + px(this, 12));
}

bool ReviewMessage::isUsual() const
{
    const Plan &plan = m_session.preview().plan;
    const QString called = serviceName(plan, m_session.form().form().schema());
    return MessageDraft(m_subject->text(), m_body->toPlainText())
        .isSame(commitMessage(plan, called));
}

bool ReviewMessage::isBeingWritten() const
{
    return m_subject->hasFocus() || m_body->hasFocus();
}

void ReviewMessage::refresh()
{
    if (!isBeingWritten())
        fill(MessageDraft(m_session.message()));
    setEnabled(m_session.commits() && m_session.state() == ServiceSession::State::Editing);
    showState();
}

void ReviewMessage::fill(const MessageDraft &draft)
{
    const QSignalBlocker blocker(m_body);
    if (m_subject->text() != draft.subject()) {
        m_subject->setText(draft.subject());
        m_subject->setCursorPosition(0); // a long one is read from its beginning
    }
    if (m_body->toPlainText() != draft.body())
        m_body->setPlainText(draft.body());
}

void ReviewMessage::take()
{
    const MessageDraft draft(m_subject->text(), m_body->toPlainText());
    m_session.setMessage(isUsual() ? QString() : draft.message());
    showState();
}

void ReviewMessage::reset()
{
    m_session.setMessage({});
    fill(MessageDraft(m_session.message()));
    showState();
}

void ReviewMessage::showState()
{
    const MessageDraft draft(m_subject->text(), m_body->toPlainText());
    const bool isUsualOne = isUsual();
    m_counter->setText(draft.counter());
    setInk(m_counter, draft.isTooLong() ? Token::WarnTx : Token::Tx2);
    m_subject->setAccessibleDescription(
        draft.isTooLong() ? tr("%1 characters: longer than usual tools show").arg(draft.counter())
                          : tr("%1 characters").arg(draft.counter()));
    if (!m_session.commits())
        m_state->setText(tr("Not needed: nothing is committed."));
    else if (draft.isTooLong())
        m_state->setText(tr("Long subjects are cut in lists of commits."));
    else
        m_state->setText({}); // of a changed one, the way back says it
    m_state->setVisible(!m_state->text().isEmpty());
    m_reset->setVisible(!isUsualOne);
}

/// What the session made of a message is shown once nobody writes there any more.
bool ReviewMessage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(this, &ReviewMessage::refresh, Qt::QueuedConnection);
    return ReviewPart::eventFilter(watched, event);
}

void ReviewMessage::takeFocus()
{
    m_subject->setFocus(Qt::OtherFocusReason);
}

} // namespace waymark
