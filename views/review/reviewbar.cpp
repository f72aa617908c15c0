#include "views/review/reviewbar.h"

#include "models/items/reviewsentence.h"
#include "models/items/servicesession.h"
#include "views/review/reviewkeys.h"
#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/theme/working.h"
#include "views/widgets/actionbutton.h"
#include "views/widgets/wraplabel.h"

#include <QAction>
#include <QGridLayout>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using namespace std::chrono_literals;

constexpr qreal roomForSentence = 640;
constexpr auto late = 300ms; ///< As long as a screen waits before it says that it loads.

} // namespace

ReviewBar::ReviewBar(ServiceSession &session, QAction *back, QAction *commit, QAction *stop,
                     QWidget *parent)
    : ReviewPart(parent)
    , m_session(session)
    , m_commitAction(commit)
    , m_grid(new QGridLayout(this))
    , m_back(new ActionButton(back, ButtonLook::Usual, this))
    , m_sentence(new WrapLabel(TextRole::Help, Token::Tx2, this))
    , m_keys(new ReviewKeys({tr("Ctrl"), tr("Enter")}, this))
    , m_stop(new ActionButton(stop, ButtonLook::Usual, this))
    , m_commit(new QPushButton(icon(u"commit"_s), {}, this))
{
    build();
    connect(m_commit, &QPushButton::clicked, commit, &QAction::trigger);
    m_late.setSingleShot(true);
    m_late.setInterval(late);
    connect(&m_late, &QTimer::timeout, this, [this] {
        showSentence(reviewSentence(m_session.preview().plan, m_session.blockers()));
    });
    refresh();
    built();
}

void ReviewBar::build()
{
    setAccessibleName(tr("What will be done"));
    setSurface(this, Surface::Window);
    setButtonLook(m_commit, ButtonLook::Primary);
    setControlSize(m_commit, ControlSize::Large);
    m_sentence->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_grid->addWidget(m_back, 1, 0);
    m_grid->addWidget(m_sentence, 1, 1);
    m_grid->addWidget(m_keys, 1, 2);
    m_grid->addWidget(m_stop, 1, 3);
    m_grid->addWidget(m_commit, 1, 4);
    m_grid->setColumnStretch(1, 1);
}

void ReviewBar::measure()
{
    m_grid->setContentsMargins(px(this, 24), px(this, 9), px(this, 24), px(this, 9));
    m_grid->setHorizontalSpacing(px(this, 12));
    m_grid->setVerticalSpacing(px(this, 6));
    arrange();
}

void ReviewBar::resizeEvent(QResizeEvent *event)
{
    ReviewPart::resizeEvent(event);
    arrange();
}

/// In little room, the sentence stands above the buttons.
void ReviewBar::arrange()
{
    const bool isNarrow = width() < px(this, roomForSentence);
    m_keys->setVisible(!isNarrow && !isWorkingNow());
    if (std::exchange(m_isNarrow, isNarrow) == isNarrow)
        return;
    m_grid->removeWidget(m_sentence);
    if (isNarrow)
        m_grid->addWidget(m_sentence, 0, 0, 1, 5);
    else
        m_grid->addWidget(m_sentence, 1, 1);
}

bool ReviewBar::isWorkingNow() const
{
    return m_session.state() == ServiceSession::State::Applying;
}

void ReviewBar::setProgress(const QString &text)
{
    m_progress = text;
    refresh();
}

void ReviewBar::refresh()
{
    const bool works = isWorkingNow();
    const ReviewSentence sentence = reviewSentence(m_session.preview().plan, m_session.blockers());
    if (!works)
        m_progress.clear();
    const QString text = !works ? sentence.button
        : m_progress.isEmpty()  ? tr("Checking")
                                : m_progress;
    m_commit->setText(text);
    m_commit->setAccessibleDescription(sentence.text);
    m_commitAction->setText(sentence.button);
    if (isWorking(m_commit) != works)
        setWorking(m_commit, works);
    arrange();
    const bool isBeingMade
        = m_session.state() == ServiceSession::State::Editing && !m_session.isPreviewCurrent();
    if (isBeingMade && !m_sentence->text().isEmpty())
        m_late.start();
    else if (!works)
        showSentence(sentence);
}

void ReviewBar::showSentence(const ReviewSentence &sentence)
{
    m_late.stop();
    m_sentence->setText(sentence.text);
    setInk(m_sentence, sentence.isBlocked ? Token::ErrTx : Token::Tx2);
}

} // namespace waymark
