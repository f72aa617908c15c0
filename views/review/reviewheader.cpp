#include "views/review/reviewheader.h"

#include "models/items/servicesession.h"
#include "models/plan/commitmessage.h"
#include "views/review/reviewtrail.h"
#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/actionbutton.h"
#include "views/widgets/badge.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/segments.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QFontMetrics>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int filesPart = 0;
constexpr int commitPart = 1;
constexpr int shownLetters = 10; // of a step
constexpr qreal headerGap = 10;
constexpr qreal shortestName = 72; // the rest of a long one is left out

} // namespace

ReviewHeader::ReviewHeader(ServiceSession &session, QAction *discard, QWidget *parent)
    : ReviewPart(parent)
    , m_session(session)
    , m_discardAction(discard)
    , m_row(new QHBoxLayout(this))
    , m_title(new QLabel(tr("New service"), this))
    , m_slash(new QLabel(u"/"_s, this))
    , m_name(new ElidedLabel(TextRole::Code, Token::Tx, this))
    , m_template(new Badge({.kind = BadgeKind::Plain, .text = {}}, this))
    , m_trail(new ReviewTrail(session.form(), this))
    , m_parts(new Segments(tr("What is shown"), Segments::Breaks::Never, this))
    , m_step(new QLabel(this))
    , m_list(new QComboBox(this))
    , m_more(new QToolButton(this))
    , m_discard(new ActionButton(discard, ButtonLook::Flat, this))
{
    build();
    buildFolded();
    connect(m_trail, &ReviewTrail::stepWanted, this, &ReviewHeader::stepWanted);
    connect(m_parts, &Segments::chosenByUser, this,
            [this](int part) { Q_EMIT partWanted(part == commitPart); });
    refresh();
    built();
}

void ReviewHeader::build()
{
    setSurface(this, Surface::Page);
    setTextRole(m_title, TextRole::PageTitle);
    setInk(m_slash, Token::Tx3);
    setTextRole(m_step, TextRole::Help);
    setInk(m_step, Token::Tx2);
    m_parts->setSize(ControlSize::Compact);
    m_parts->add(tr("Files"));
    m_parts->add(tr("Commit"));
    m_parts->hide();
    m_row->addWidget(m_title);
    m_row->addWidget(m_slash);
    m_row->addWidget(m_name);
    m_row->addWidget(m_template);
    m_row->addStretch(1);
    for (QWidget *part : QList<QWidget *>{m_trail, m_parts, m_step, m_list, m_more, m_discard})
        m_row->addWidget(part);
}

void ReviewHeader::buildFolded()
{
    m_list->setAccessibleName(tr("Step"));
    m_step->setBuddy(m_list);
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setMinimumContentsLength(shownLetters);
    connect(m_list, &QComboBox::activated, this, [this](int step) {
        m_list->setCurrentIndex(m_list->count() - 1); // it is left for that step, or not at all
        goToStep(step);
    });
    m_more->setIcon(icon(u"more"_s));
    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(tr("More"));
    m_more->setFocusPolicy(Qt::StrongFocus);
    setControlSize(m_more, ControlSize::Compact);
    auto *menu = new QMenu(m_more);
    menu->addAction(m_discardAction);
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
}

void ReviewHeader::goToStep(int step)
{
    m_trail->goTo(step);
}

QStringList ReviewHeader::steps() const
{
    return m_trail->titles();
}

void ReviewHeader::measure()
{
    m_slash->updateGeometry();
    m_row->setContentsMargins(px(this, 20), px(this, 10), px(this, 20), px(this, 10));
    m_row->setSpacing(px(this, 10));
    arrange();
}

void ReviewHeader::resizeEvent(QResizeEvent *event)
{
    ReviewPart::resizeEvent(event);
    arrange();
}

/// Beside each other as long as all of the steps fit. Else what says least goes first: template,
/// number, and then the list.
void ReviewHeader::arrange()
{
    const auto roomOf
        = [this](const QWidget *part) { return part->sizeHint().width() + px(this, headerGap); };
    const int title = QFontMetrics(fontOf(TextRole::PageTitle)).horizontalAdvance(m_title->text());
    const int left = width() - title - roomOf(m_slash) - px(this, 2 * 20 + 2 * headerGap);
    // Of a service that is made, there is nothing to go back to.
    const auto state = m_session.state();
    const bool isMade
        = state == ServiceSession::State::Applied || state == ServiceSession::State::Undoing;
    const bool isInTurn = m_isInTurn && !isMade;
    const bool canDiscard = m_discardAction->isVisible();
    const bool hasBadge = !m_template->badge().text.isEmpty();
    const int badge = hasBadge ? roomOf(m_template) : 0;
    const bool hasTrail = !isInTurn && !isMade && m_trail->isWhole()
        && roomOf(m_name) + badge + roomOf(m_trail) + (canDiscard ? roomOf(m_discard) : 0) <= left;
    int rest = left - px(this, shortestName) - (isInTurn ? roomOf(m_parts) : 0)
        - (canDiscard ? roomOf(m_more) : 0);
    const auto takes = [&rest](bool isWanted, int room) {
        const bool fits = isWanted && room <= rest;
        rest -= fits ? room : 0;
        return fits;
    };
    const bool hasList = takes(!hasTrail && !isMade, roomOf(m_list));
    const bool hasNumber = takes(hasList, roomOf(m_step));
    rest -= std::max(0, roomOf(m_name) - px(this, shortestName));
    m_template->setVisible(hasBadge && (hasTrail || takes(hasNumber || isMade, badge)));
    m_parts->setVisible(isInTurn);
    m_trail->setVisible(hasTrail);
    m_list->setVisible(hasList);
    m_step->setVisible(hasNumber);
    m_more->setVisible(!hasTrail && canDiscard);
    m_discard->setVisible(hasTrail && canDiscard);
    const bool isFolded = !hasTrail && !isMade;
    setTextRole(m_title, isFolded ? TextRole::SectionTitle : TextRole::PageTitle);
}

void ReviewHeader::refresh()
{
    const Plan &plan = m_session.preview().plan;
    const Template *definition = m_session.definition();
    m_name->setText(serviceName(plan, m_session.form().form().schema()));
    const QString title = definition ? definition->title : QString();
    m_template->setBadge({.kind = BadgeKind::Plain,
                          .text = plan.made.ref.isEmpty() ? title : title + u' ' + plan.made.ref});
    m_trail->refresh();
    m_step->setText(tr("Step %1 of %1").arg(m_trail->count()));
    if (const QStringList all = steps(); all != m_steps) {
        m_steps = all;
        m_list->clear();
        m_list->addItems(all);
    }
    m_list->setCurrentIndex(m_list->count() - 1);
    arrange();
}

void ReviewHeader::setInTurn(bool isInTurn)
{
    m_isInTurn = isInTurn;
    arrange();
}

void ReviewHeader::showCommit(bool isCommit)
{
    m_parts->choose(isCommit ? commitPart : filesPart);
}

} // namespace waymark
