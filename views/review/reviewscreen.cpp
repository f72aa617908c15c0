#include "views/review/reviewscreen.h"

#include "models/items/commandentries.h"
#include "views/review/reviewbar.h"
#include "views/review/reviewchange.h"
#include "views/review/reviewchecks.h"
#include "views/review/reviewcommand.h"
#include "views/review/reviewcommit.h"
#include "views/review/reviewdone.h"
#include "views/review/reviewfiles.h"
#include "views/review/reviewheader.h"
#include "views/review/reviewmessage.h"
#include "views/review/reviewplace.h"
#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/widgets/highlightingdefinitions.h"
#include "views/widgets/notice.h"
#include "views/widgets/scrolledcolumn.h"

#include <QBoxLayout>
#include <QDataStream>
#include <QEvent>
#include <QIODevice>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>

namespace waymark {
namespace {

/// In px at 100 %: below these, files and commit are shown in turn.
constexpr qreal smallWidth = 760;
constexpr qreal smallHeight = 500;
constexpr qreal filesWidth = 312;
constexpr qreal mostForCommit = 0.55; ///< Of the height; in the smallest window, nothing is cut.

CodeLook lookOf(const QWidget *screen, std::shared_ptr<HighlightingDefinitions> definitions)
{
    return {.colour = [screen](Token token) { return colorOf(screen, token); },
            .isMotionReduced = [screen] { return durationOf(screen, 1) == 0; },
            .definitions
            = definitions ? std::move(definitions) : std::make_shared<HighlightingDefinitions>()};
}

/// `area` shows `widget` in its width, and scrolls what is higher.
void fill(QScrollArea *area, QWidget *widget)
{
    area->setWidget(widget);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    setSurface(area, Surface::Page);
    area->viewport()->setAutoFillBackground(false);
    widget->setAutoFillBackground(false);
}

} // namespace

ReviewScreen::ReviewScreen(ServiceSession &session, const Ask &ask, QWidget *parent,
                           std::shared_ptr<HighlightingDefinitions> definitions)
    : Screen(parent)
    , m_session(session)
    , m_ask(ask)
    , m_actions(this)
    , m_header(new ReviewHeader(session, m_actions.discard, this))
    , m_notice(new Notice(this))
    , m_stack(new QStackedWidget(this))
    , m_rows(new QSplitter(Qt::Vertical, m_stack))
    , m_columns(new QSplitter(Qt::Horizontal, m_rows))
    , m_files(new ReviewFiles(session.review(), m_columns))
    , m_change(new ReviewChange(session, lookOf(this, std::move(definitions)),
                                {.previous = m_actions.previousChange,
                                 .next = m_actions.nextChange,
                                 .beside = m_actions.beside,
                                 .unified = m_actions.unified,
                                 .whole = m_actions.whole,
                                 .include = m_actions.include},
                                m_columns))
    , m_lower(new QWidget(m_rows))
    , m_scroll(new QScrollArea(m_lower))
    , m_commit(new ReviewCommit(session, ask, m_scroll))
    , m_command(new ReviewCommand(session, m_lower))
    , m_donePage(new QScrollArea(m_stack))
    , m_done(new ReviewDone(session, m_actions, m_donePage))
    , m_bar(new ReviewBar(session, m_actions.back, m_actions.commit, m_actions.stop, this))
{
    build();
    connectSession();
    connectParts();
    connectActions();
}

void ReviewScreen::build()
{
    setAccessibleName(tr("Review and commit"));
    setSurface(this, Surface::Page);
    fill(m_scroll, m_commit);
    fill(m_donePage, m_done);
    m_columns->addWidget(m_files);
    m_columns->addWidget(m_change);
    m_columns->setStretchFactor(1, 1);
    m_rows->addWidget(m_columns);
    auto *lower = new QVBoxLayout(m_lower);
    lower->setContentsMargins({});
    lower->setSpacing(0);
    lower->addWidget(m_scroll, 1);
    lower->addWidget(m_command);
    m_rows->addWidget(m_lower);
    m_rows->setStretchFactor(0, 1);
    for (QSplitter *splitter : {m_rows, m_columns})
        splitter->setChildrenCollapsible(false);
    m_files->addAction(m_actions.filter);
    m_change->addAction(m_actions.find);
    m_stack->addWidget(m_rows);
    m_stack->addWidget(m_donePage);
    auto *above = new ScrolledColumn(this);
    above->column()->addWidget(m_header);
    above->column()->addWidget(ruleIn(this));
    above->column()->addWidget(m_notice);
    above->column()->addWidget(m_stack, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(above, 1);
    column->addWidget(ruleIn(this));
    column->addWidget(m_bar);
}

void ReviewScreen::refresh()
{
    m_isStale = !isVisible();
    if (m_isStale)
        return;
    m_header->refresh();
    QStringList steps = m_header->steps();
    steps.removeLast(); // this one
    m_actions.setSteps(steps);
    m_files->refresh();
    m_change->refresh();
    m_commit->refresh();
    m_command->refresh();
    m_bar->refresh();
    m_done->refresh();
    Q_EMIT commandsChanged();
}

void ReviewScreen::resizeEvent(QResizeEvent *event)
{
    Screen::resizeEvent(event);
    arrange();
}

void ReviewScreen::changeEvent(QEvent *event)
{
    Screen::changeEvent(event);
    if (event->type() == QEvent::StyleChange && layout())
        arrange();
}

/// The commit takes what it needs, up to its share of the height; the rest is for the files.
void ReviewScreen::arrange()
{
    const bool isInTurn = width() < px(this, smallWidth) || height() < px(this, smallHeight);
    m_header->setInTurn(isInTurn);
    m_header->showCommit(m_isCommitShown);
    m_columns->setVisible(!isInTurn || !m_isCommitShown);
    m_lower->setVisible(!isInTurn || m_isCommitShown);
    if (m_isPlaced || isInTurn || !isVisible())
        return;
    const int all = m_rows->height();
    const int parts = m_commit->heightIn(m_rows->width());
    const int commit = std::min(parts + m_command->sizeHint().height(), int(mostForCommit * all));
    m_rows->setSizes({all - commit, commit});
    m_columns->setSizes({px(this, filesWidth), m_columns->width() - px(this, filesWidth)});
}

void ReviewScreen::showEvent(QShowEvent *event)
{
    Screen::showEvent(event);
    if (m_isStale)
        refresh();
    arrange();
    // Once more, when all parts have had their widths: by these they choose their heights.
    QMetaObject::invokeMethod(this, &ReviewScreen::arrange, Qt::QueuedConnection);
}

void ReviewScreen::showCommit(bool isCommit)
{
    m_isCommitShown = isCommit;
    arrange();
}

QList<std::pair<QString, QList<QAction *>>> ReviewScreen::menus() const
{
    return m_actions.menus();
}

QList<QWidget *> ReviewScreen::panes() const
{
    if (m_stack->currentWidget() == m_donePage)
        return {m_done};
    QList<QWidget *> shown;
    for (QWidget *pane : QList<QWidget *>{m_files, m_change, &m_commit->message(),
                                          &m_commit->place(), &m_commit->checks(), m_bar}) {
        if (pane->isVisible())
            shown += pane;
    }
    return shown;
}

QByteArray ReviewScreen::layoutState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_rows->saveState() << m_columns->saveState() << m_actions.whole->isChecked()
           << m_actions.wrap->isChecked() << m_actions.beside->isChecked();
    return state;
}

void ReviewScreen::restoreLayout(const QByteArray &state)
{
    QDataStream stream(state);
    QByteArray rows;
    QByteArray columns;
    bool isWhole = false;
    bool isWrapped = false;
    stream >> rows >> columns >> isWhole >> isWrapped;
    if (stream.status() != QDataStream::Ok)
        return;
    m_isPlaced = m_rows->restoreState(rows) && m_columns->restoreState(columns);
    m_actions.whole->setChecked(isWhole);
    m_actions.wrap->setChecked(isWrapped);
    bool isBeside = true;
    stream >> isBeside; // an earlier state ends before it
    const bool isUnified = stream.status() == QDataStream::Ok && !isBeside;
    (isUnified ? m_actions.unified : m_actions.beside)->setChecked(true);
}

QList<CommandEntry> ReviewScreen::commands() const
{
    return fileEntries(m_session.preview().plan);
}

void ReviewScreen::run(const CommandEntry &entry)
{
    if (entry.kind == CommandEntry::Kind::File)
        m_files->select(entry.id.toLatin1());
}

void ReviewScreen::enter()
{
    if (m_stack->currentWidget() == m_donePage)
        return m_done->takeFocus();
    m_session.lookAgain();
    m_files->takeFocus();
}

} // namespace waymark
