#include "views/review/reviewheader.h"

#include "models/items/servicesession.h"
#include "models/plan/commitmessage.h"
#include "views/review/reviewtrail.h"
#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/widgets/actionbutton.h"
#include "views/widgets/badge.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/segments.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int filesPart = 0;
constexpr int commitPart = 1;

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
    , m_step(new QLabel(this))
    , m_trail(new ReviewTrail(session.form(), this))
    , m_parts(new Segments(tr("What is shown"), Segments::Breaks::Never, this))
    , m_discard(new ActionButton(discard, ButtonLook::Flat, this))
{
    build();
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
    m_row->addWidget(m_step);
    m_row->addWidget(m_trail);
    m_row->addWidget(m_parts);
    m_row->addWidget(m_discard);
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

/// The steps are shown as far as there is room for all of them; without room for Discard, it is in
/// the menu alone.
void ReviewHeader::arrange()
{
    const bool isInTurn = !m_parts->isHidden();
    const int parts = isInTurn ? m_parts->sizeHint().width() + px(this, 10) : 0;
    const int discard = m_discard->sizeHint().width() + px(this, 10);
    const int least = m_title->sizeHint().width() + px(this, 160) + parts;
    const bool hasDiscard = m_discardAction->isVisible() && least + discard <= width();
    const int taken = m_title->sizeHint().width() + m_name->sizeHint().width()
        + m_template->sizeHint().width() + px(this, 120) + (hasDiscard ? discard : 0);
    const bool hasTrail
        = !isInTurn && m_trail->isWhole() && taken + m_trail->sizeHint().width() <= width();
    const bool hasTemplate = hasTrail || taken + m_step->sizeHint().width() + parts <= width();
    m_discard->setVisible(hasDiscard);
    m_trail->setVisible(hasTrail);
    m_step->setVisible(!hasTrail && hasTemplate);
    m_template->setVisible(hasTemplate && !m_template->badge().text.isEmpty());
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
    arrange();
}

void ReviewHeader::setInTurn(bool isInTurn)
{
    m_parts->setVisible(isInTurn);
    arrange();
}

void ReviewHeader::showCommit(bool isCommit)
{
    m_parts->choose(isCommit ? commitPart : filesPart);
}

} // namespace waymark
