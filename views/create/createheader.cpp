#include "views/create/createheader.h"

#include "models/items/stepsmodel.h"
#include "views/create/createactions.h"
#include "views/create/parts.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/widgets/actionbutton.h"
#include "views/widgets/badge.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/segments.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int shownLetters = 10;

} // namespace

CreateHeader::CreateHeader(StepsModel &steps, const CreateActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_steps(steps)
    , m_title(new QLabel(tr("New service"), this))
    , m_name(new ElidedLabel(TextRole::Code, Token::Tx, this))
    , m_edit(new QLineEdit(this))
    , m_template(new Badge({BadgeKind::Plain, {}, u"globe"_s}, this))
    , m_draft(new QToolButton(this))
    , m_views(new Segments(tr("What is shown"), Segments::Breaks::Never, this))
    , m_position(new QLabel(this))
    , m_list(new QComboBox(this))
    , m_more(iconButton(u"more"_s, tr("More"), this))
{
    setSurface(this, Surface::Page);
    setTextRole(m_title, TextRole::PageTitle);
    setTextRole(m_position, TextRole::Help);
    setInk(m_position, Token::Tx2);
    buildName();
    buildDraft(actions);
    buildViews(actions);
    buildFolded(steps, actions);
    auto *slash = new QLabel(u"/"_s, this);
    setInk(slash, Token::Tx3);
    QBoxLayout *row = rowOf(this, {20, 8, 16, 8});
    for (QWidget *part : QList<QWidget *>{m_title, slash, m_name, m_edit, m_template})
        row->addWidget(part);
    row->addStretch(1);
    for (QWidget *part : QList<QWidget *>{m_draft, m_discard, m_views, m_position, m_list, m_more})
        row->addWidget(part);
    keepScaled(this, [this] {
        setMinimumHeight(px(this, 52));
        m_template->setMinimumWidth(px(this, 64)); // of a long one, the middle is left out
    });
    connect(&steps, &QAbstractItemModel::dataChanged, this, &CreateHeader::showStep);
    connect(&steps, &QAbstractItemModel::rowsInserted, this, &CreateHeader::showStep);
    connect(&steps, &QAbstractItemModel::rowsRemoved, this, &CreateHeader::showStep);
    setTemplate({});
    setFolded(false);
    showStep();
}

void CreateHeader::buildName()
{
    m_name->setAccessibleName(tr("Draft"));
    m_edit->setAccessibleName(tr("Name of this draft"));
    m_edit->installEventFilter(this);
    m_edit->hide();
    connect(m_edit, &QLineEdit::returnPressed, this, [this] { endRenaming(true); });
}

void CreateHeader::buildDraft(const CreateActions &actions)
{
    auto *menu = new QMenu(m_draft);
    menu->addActions({actions.rename, actions.load, actions.save});
    menu->addSeparator();
    menu->addActions({actions.another, actions.discard});
    m_draft->setMenu(menu);
    m_draft->setPopupMode(QToolButton::InstantPopup);
    m_draft->setIcon(icon(u"check"_s));
    m_draft->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_draft->setFocusPolicy(Qt::StrongFocus);
    setInk(m_draft, Token::Tx2);
    m_discard = new ActionButton(actions.discard, ButtonLook::Flat, this);
    setDraft(tr("Draft"));
}

void CreateHeader::buildViews(const CreateActions &actions)
{
    for (QAction *action : {actions.viewForm, actions.viewBoth, actions.viewPreview})
        m_views->add(action);
}

void CreateHeader::buildFolded(StepsModel &steps, const CreateActions &actions)
{
    m_list->setModel(&steps);
    m_list->setAccessibleName(tr("Step"));
    m_position->setBuddy(m_list);
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setMinimumContentsLength(shownLetters);
    connect(m_list, &QComboBox::activated, &steps, &StepsModel::goTo);
    connect(m_list, &QComboBox::activated, this, &CreateHeader::showStep);
    auto *menu = new QMenu(m_more);
    menu->addActions({actions.viewForm, actions.viewBoth, actions.viewPreview});
    menu->addSeparator();
    menu->addActions({actions.rename, actions.load, actions.save});
    menu->addSeparator();
    menu->addActions({actions.another, actions.discard});
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
}

void CreateHeader::showStep()
{
    m_position->setText(m_steps.position());
    m_list->setCurrentIndex(m_steps.current());
}

void CreateHeader::setService(const QString &name)
{
    m_name->setText(name);
}

void CreateHeader::setTemplate(const QString &title)
{
    m_template->setBadge({BadgeKind::Plain, title, u"globe"_s});
    m_template->setVisible(!title.isEmpty() && m_position->isHidden());
}

void CreateHeader::setDraft(const QString &state)
{
    m_draft->setText(state);
    m_draft->setAccessibleName(state);
    m_draft->setToolTip(tr("Rename, load, save or discard it"));
}

void CreateHeader::setFolded(bool isFolded)
{
    for (QWidget *part : QList<QWidget *>{m_draft, m_discard, m_views})
        part->setVisible(!isFolded);
    for (QWidget *part : QList<QWidget *>{m_position, m_list, m_more})
        part->setVisible(isFolded);
    m_template->setVisible(!isFolded && !m_template->badge().text.isEmpty());
    setTextRole(m_title, isFolded ? TextRole::SectionTitle : TextRole::PageTitle);
}

void CreateHeader::startRenaming()
{
    m_edit->setText(m_name->text());
    m_name->hide();
    m_edit->show();
    m_edit->selectAll();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void CreateHeader::endRenaming(bool takes)
{
    if (m_edit->isHidden())
        return;
    m_edit->hide();
    m_name->show();
    if (takes && m_edit->text() != m_name->text())
        Q_EMIT renamed(m_edit->text().trimmed());
}

/// Esc leaves the name as it was; going elsewhere takes it.
bool CreateHeader::eventFilter(QObject *watched, QEvent *event)
{
    const bool isEscape = event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (isEscape || event->type() == QEvent::FocusOut)
        endRenaming(!isEscape);
    return isEscape || QWidget::eventFilter(watched, event);
}

} // namespace waymark
