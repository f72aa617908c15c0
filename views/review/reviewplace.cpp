#include "views/review/reviewplace.h"

#include "models/items/reviewsentence.h"
#include "models/items/servicesession.h"
#include "views/review/reviewauthor.h"
#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDir>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

// In px at 100 %.
constexpr qreal roomForLabels = 360; // beside their fields
constexpr qreal buttonHeight = 28; // of the button beside the author

/// `inner` in a line, as one field.
QWidget *together(const QList<QWidget *> &inner, QWidget *parent)
{
    auto *field = new QWidget(parent);
    auto *row = new QHBoxLayout(field);
    row->setContentsMargins({});
    row->setSpacing(px(parent, 8));
    for (QWidget *part : inner)
        row->addWidget(part, part == inner.first() ? 1 : 0);
    return field;
}

void showIn(QLineEdit *editor, const QString &text)
{
    if (!editor->hasFocus() && editor->text() != text) {
        editor->setText(text);
        editor->setCursorPosition(0);
    }
    editor->setToolTip(text);
}

} // namespace

ReviewPlace::ReviewPlace(ServiceSession &session, Ask ask, QWidget *parent)
    : ReviewPart(parent)
    , m_session(session)
    , m_ask(std::move(ask))
    , m_column(new QVBoxLayout(this))
    , m_grid(new QGridLayout)
    , m_switches(new QWidget(this))
    , m_folder(new QLineEdit(this))
    , m_choose(new QToolButton(this))
    , m_commits(new QCheckBox(tr("Commit it"), this))
    , m_signsOff(new QCheckBox(tr("Sign off"), this))
    , m_branch(new QLineEdit(this))
    , m_from(new QLabel(this))
    , m_author(new ReviewAuthor(session, this))
{
    build();
    connectParts();
    refresh();
    built();
}

void ReviewPlace::build()
{
    setAccessibleName(tr("Where it goes"));
    auto *title = new QLabel(tr("Where it goes"), this);
    setTextRole(title, TextRole::BodyStrong);
    m_choose->setIcon(icon(u"folderopen"_s));
    m_choose->setAccessibleName(tr("Choose the folder"));
    m_choose->setToolTip(tr("Choose the folder"));
    m_choose->setPopupMode(QToolButton::InstantPopup);
    setButtonLook(m_choose, ButtonLook::Usual);
    auto *menu = new QMenu(m_choose);
    connect(menu->addAction(tr("Make it &inside a folder…")), &QAction::triggered, this,
            &ReviewPlace::chooseParent);
    connect(menu->addAction(tr("Use an &empty folder or a clone…")), &QAction::triggered, this,
            &ReviewPlace::chooseFolder);
    m_choose->setMenu(menu);
    m_signsOff->setToolTip(tr("Adds a Signed-off-by line with your name to the message."));
    m_folder->setAccessibleName(tr("Folder"));
    m_branch->setAccessibleName(tr("Branch"));
    setTextRole(m_folder, TextRole::Code);
    setTextRole(m_branch, TextRole::Code);
    setTextRole(m_from, TextRole::Help);
    setInk(m_from, Token::Tx2);

    auto *switches = new QHBoxLayout(m_switches);
    switches->setContentsMargins({});
    switches->addWidget(m_commits);
    switches->addWidget(m_signsOff);
    switches->addStretch();
    addRow(tr("F&older"), m_folder, together({m_folder, m_choose}, this));
    m_rows += {nullptr, m_switches};
    addRow(tr("&Branch"), m_branch, together({m_branch, m_from}, this));
    addRow(tr("Author"), nullptr, m_author);
    m_grid->setColumnStretch(1, 1);
    m_column->addWidget(title);
    m_column->addLayout(m_grid);
    m_column->addStretch();
}

void ReviewPlace::addRow(const QString &label, QWidget *buddy, QWidget *field)
{
    auto *words = new QLabel(label, this);
    words->setBuddy(buddy);
    setInk(words, Token::Tx2);
    m_rows += {words, field};
}

/// Labels stand beside their fields; in little room above them, for paths are long.
void ReviewPlace::arrange()
{
    int line = 0;
    for (const auto &[label, field] : std::as_const(m_rows)) {
        m_grid->removeWidget(field);
        if (label) {
            m_grid->removeWidget(label);
            const bool isInMiddle = !m_isNarrow && label->buddy();
            m_grid->addWidget(label, line, 0, isInMiddle ? Qt::AlignVCenter : Qt::AlignTop);
            label->setMinimumHeight(isInMiddle || m_isNarrow ? 0 : px(this, buttonHeight));
        }
        if (m_isNarrow && label)
            ++line;
        m_grid->addWidget(field, line, m_isNarrow ? 0 : 1, 1, m_isNarrow ? 2 : 1);
        ++line;
    }
}

void ReviewPlace::resizeEvent(QResizeEvent *event)
{
    ReviewPart::resizeEvent(event);
    const bool isNarrow = width() < px(this, roomForLabels);
    if (std::exchange(m_isNarrow, isNarrow) != isNarrow)
        arrange();
}

void ReviewPlace::connectParts()
{
    connect(m_folder, &QLineEdit::textEdited, &m_session, &ServiceSession::setDestination);
    connect(m_branch, &QLineEdit::textEdited, &m_session, &ServiceSession::setBranch);
    connect(m_commits, &QCheckBox::clicked, &m_session, &ServiceSession::setCommits);
    connect(m_signsOff, &QCheckBox::clicked, &m_session, &ServiceSession::setSignsOff);
    for (QLineEdit *editor : {m_folder, m_branch})
        editor->installEventFilter(this);
}

void ReviewPlace::measure()
{
    m_column->setContentsMargins({});
    m_column->setSpacing(px(this, 8));
    m_grid->setHorizontalSpacing(px(this, 12));
    m_grid->setVerticalSpacing(px(this, 6));
    m_switches->layout()->setSpacing(px(this, 16));
    arrange();
}

void ReviewPlace::refresh()
{
    const bool isEditing = m_session.state() == ServiceSession::State::Editing;
    fillEditors();
    m_commits->setChecked(m_session.commits());
    m_signsOff->setChecked(m_session.signsOff());
    m_from->setText(branchOrigin(m_session.preview().plan));
    m_from->setVisible(!m_from->text().isEmpty());
    m_folder->setEnabled(isEditing);
    m_choose->setEnabled(isEditing);
    m_commits->setEnabled(isEditing);
    m_branch->setEnabled(isEditing && m_session.commits());
    m_signsOff->setEnabled(isEditing && m_session.commits());
    m_author->refresh();
}

void ReviewPlace::fillEditors()
{
    showIn(m_folder, QDir::toNativeSeparators(m_session.destination()));
    showIn(m_branch, m_session.branch());
}

/// What the session made of what was typed is shown once nobody types there any more.
bool ReviewPlace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(this, &ReviewPlace::fillEditors, Qt::QueuedConnection);
    return ReviewPart::eventFilter(watched, event);
}

void ReviewPlace::chooseParent()
{
    const QString parent = m_ask.folder(window(), tr("Make the service inside this folder"),
                                        m_session.destinationParent());
    if (!parent.isEmpty())
        m_session.setDestinationParent(parent);
}

void ReviewPlace::chooseFolder()
{
    const QString folder
        = m_ask.folder(window(), tr("An empty folder, or a clone"), m_session.destinationParent());
    if (!folder.isEmpty())
        m_session.setDestination(folder);
}

void ReviewPlace::editBranch()
{
    m_branch->setFocus(Qt::OtherFocusReason);
    m_branch->selectAll();
}

void ReviewPlace::editAuthor()
{
    m_author->edit();
}

} // namespace waymark
