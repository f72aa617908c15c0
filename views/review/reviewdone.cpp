#include "views/review/reviewdone.h"

#include "models/items/reviewsentence.h"
#include "models/items/servicesession.h"
#include "models/plan/commitmessage.h"
#include "views/review/reviewactions.h"
#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/theme/working.h"
#include "views/widgets/actionbutton.h"
#include "views/widgets/iconlabel.h"
#include "views/widgets/notice.h"
#include "views/widgets/wraplabel.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qreal roomForButtons = 740;

} // namespace

ReviewDone::ReviewDone(ServiceSession &session, const ReviewActions &actions, QWidget *parent)
    : ReviewPart(parent)
    , m_session(session)
    , m_column(new QVBoxLayout(this))
    , m_head(new QHBoxLayout)
    , m_idRow(new QHBoxLayout)
    , m_buttons(new QHBoxLayout)
    , m_title(new WrapLabel(TextRole::PageTitle, Token::Tx, this))
    , m_sentence(new WrapLabel(TextRole::Body, Token::Tx2, this))
    , m_id(new QLabel(this))
    , m_copy(new QPushButton(icon(u"copy"_s), tr("Copy"), this))
    , m_notes(new Notice(this))
    , m_next(new Notice(this))
{
    build(actions);
    buildUndo();
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_id->text()); });
    connect(m_keep, &QPushButton::clicked, this, &ReviewDone::hideUndo);
    connect(m_takeBack, &QPushButton::clicked, &m_session, &ServiceSession::undo);
    connect(&m_session.undoLook(), &UndoLook::found, this, &ReviewDone::showUndoPaths);
    built();
}

void ReviewDone::build(const ReviewActions &actions)
{
    setAccessibleName(tr("What was made"));
    setSurface(this, Surface::Page);
    setTextRole(m_id, TextRole::Code);
    m_id->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_id->setAccessibleName(tr("Commit"));
    setControlSize(m_copy, ControlSize::Compact);
    setButtonLook(m_copy, ButtonLook::Flat);
    m_copy->setAccessibleName(tr("Copy the commit"));
    m_actionButtons = {new ActionButton(actions.openFolder, ButtonLook::Primary, this),
                       new ActionButton(actions.openEditor, ButtonLook::Usual, this),
                       new ActionButton(actions.another, ButtonLook::Usual, this),
                       new ActionButton(actions.undo, ButtonLook::Flat, this)};
    m_head->addWidget(new IconLabel(u"okcircle"_s, Token::OkTx, this, 28), 0, Qt::AlignTop);
    m_head->addWidget(m_title, 1);
    m_idRow->addWidget(m_id);
    m_idRow->addWidget(m_copy);
    m_idRow->addStretch();
    for (QWidget *button : std::as_const(m_actionButtons))
        m_buttons->addWidget(button);
    m_buttons->addStretch();
    m_column->addLayout(m_head);
    m_column->addWidget(m_sentence);
    m_column->addLayout(m_idRow);
    m_column->addWidget(m_notes);
    m_column->addWidget(m_next);
    m_column->addLayout(m_buttons);
}

void ReviewDone::buildUndo()
{
    m_undo = new QWidget(this);
    m_undoText = new WrapLabel(TextRole::BodyMedium, Token::Tx, m_undo);
    m_undoPaths = new QPlainTextEdit(m_undo);
    m_keep = new QPushButton(tr("Keep it"), m_undo);
    m_takeBack = new QPushButton(icon(u"undo"_s), tr("Take it all back"), m_undo);
    m_undoPaths->setReadOnly(true);
    m_undoPaths->setTabChangesFocus(true);
    m_undoPaths->setAccessibleName(tr("What would be taken away"));
    m_undoPaths->setLineWrapMode(QPlainTextEdit::NoWrap);
    setTextRole(m_undoPaths, TextRole::Code);
    setButtonLook(m_keep, ButtonLook::Flat);
    setSurface(m_undo, Surface::Warning);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_keep);
    buttons->addWidget(m_takeBack);
    auto *column = new QVBoxLayout(m_undo);
    column->addWidget(m_undoText);
    column->addWidget(m_undoPaths, 1);
    column->addLayout(buttons);
    m_undo->hide();
    m_column->addWidget(m_undo, 1);
    m_column->addStretch();
}

void ReviewDone::measure()
{
    m_column->setContentsMargins(px(this, 48), px(this, 32), px(this, 48), px(this, 24));
    m_column->setSpacing(px(this, 12));
    m_head->setSpacing(px(this, 12));
    m_idRow->setSpacing(px(this, 8));
    m_buttons->setSpacing(px(this, 8));
    const int margin = px(this, 16);
    m_undo->layout()->setContentsMargins(margin, margin, margin, margin);
    m_undo->layout()->setSpacing(px(this, 8));
    m_undoPaths->setMinimumHeight(px(this, 80));
    arrange();
}

void ReviewDone::resizeEvent(QResizeEvent *event)
{
    ReviewPart::resizeEvent(event);
    arrange();
}

void ReviewDone::arrange()
{
    const bool isWide = width() >= px(this, roomForButtons);
    m_buttons->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ReviewDone::refresh()
{
    const Applied *applied = m_session.applied();
    if (!applied)
        return hideUndo();
    const Plan &plan = m_session.preview().plan;
    const bool isUndoing = m_session.state() == ServiceSession::State::Undoing;
    m_title->setText(tr("%1 is ready").arg(serviceName(plan, m_session.form().form().schema())));
    m_sentence->setText(appliedSentence(plan, *applied));
    m_id->setText(QString::fromLatin1(applied->commit));
    m_id->setVisible(!applied->commit.isEmpty());
    m_copy->setVisible(!applied->commit.isEmpty());
    showNotes();
    showNext();
    if (isWorking(m_takeBack) != isUndoing)
        setWorking(m_takeBack, isUndoing);
    m_takeBack->setText(isUndoing ? tr("Taking back…") : tr("Take it all back"));
    m_keep->setEnabled(!isUndoing);
}

void ReviewDone::showNotes()
{
    const Applied &applied = *m_session.applied();
    QStringList lines;
    for (const Problem &note : applied.notes)
        lines += note.headline();
    if (lines.isEmpty() && applied.output.isEmpty())
        return m_notes->hide();
    const QString title
        = lines.isEmpty() ? tr("Git said something while it committed.") : lines.takeFirst();
    m_notes->show(Severity::Note, title, lines.join(u'\n'), applied.output);
}

/// What the template says at the end, and what it leaves to its user.
void ReviewDone::showNext()
{
    const Plan &plan = m_session.preview().plan;
    const QStringList output = outputLines(plan);
    const QStringList left = leftToDoLines(plan);
    if (output.isEmpty() && left.isEmpty())
        return m_next->hide();
    m_next->show(Severity::Note, left.isEmpty() ? tr("What the template says") : tr("Left to do"),
                 output.join(u'\n'), left.join(u'\n'));
}

void ReviewDone::showUndo()
{
    const Applied *applied = m_session.applied();
    if (!applied)
        return;
    m_undo->show();
    m_session.undoLook().look();
    showUndoPaths();
    (m_takeBack->isEnabled() ? m_takeBack : m_keep)->setFocus(Qt::TabFocusReason);
}

/// As long as it is looked, nothing can be taken back: what goes is seen first.
void ReviewDone::showUndoPaths()
{
    const Applied *applied = m_session.applied();
    if (!applied || !m_undo->isVisibleTo(this))
        return;
    const UndoLook &look = m_session.undoLook();
    const QByteArrayList paths = look.isLooking() ? QByteArrayList() : look.paths(); // not old ones
    m_undoText->setText(look.isLooking() ? tr("Looking at what would be taken away")
                                         : undoSentence(paths, *applied));
    m_undoPaths->setPlainText(undoLines(m_session.preview().plan, paths).join(u'\n'));
    m_takeBack->setEnabled(!look.isLooking());
}

void ReviewDone::hideUndo()
{
    const bool hadFocus = m_undo->isAncestorOf(focusWidget());
    m_undo->hide();
    if (hadFocus)
        takeFocus();
}

void ReviewDone::takeFocus()
{
    m_actionButtons.first()->setFocus(Qt::TabFocusReason);
}

void ReviewDone::keyPressEvent(QKeyEvent *event)
{
    const bool canClose = m_undo->isVisible() && m_keep->isEnabled();
    if (event->key() == Qt::Key_Escape && canClose)
        return hideUndo();
    ReviewPart::keyPressEvent(event);
}

} // namespace waymark
