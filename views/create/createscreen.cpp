#include "views/create/createscreen.h"

#include "models/items/counted.h"
#include "models/items/previewsteps.h"
#include "models/items/servicesession.h"
#include "views/create/createheader.h"
#include "views/create/filesearchpane.h"
#include "views/create/filetreepane.h"
#include "views/create/formpane.h"
#include "views/create/goldencard.h"
#include "views/create/parts.h"
#include "views/create/previewpane.h"
#include "views/create/problemspane.h"
#include "views/create/stepperpane.h"
#include "views/theme/controls.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/emptystate.h"
#include "views/widgets/mnemonics.h"
#include "views/widgets/notice.h"
#include "views/widgets/wraplabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QFrame>
#include <QProgressBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int slowAfter = 300; // ms
constexpr int betweenAnnouncements = 2000; // ms
constexpr int mostRowsOpen = 24; // of a tree that is shown unfolded

QSplitter *splitter(Qt::Orientation orientation, QWidget *parent)
{
    auto *made = new QSplitter(orientation, parent);
    made->setChildrenCollapsible(false);
    return made;
}

} // namespace

CreateScreen::CreateScreen(ServiceSession &session, Ask ask, QWidget *parent,
                           std::shared_ptr<HighlightingDefinitions> definitions)
    : Screen(parent)
    , m_session(session)
    , m_ask(std::move(ask))
    , m_definitions(std::move(definitions))
    , m_steps(session.form())
    , m_found(session.around().execute)
    , m_actions(this)
    , m_header(new CreateHeader(m_steps, m_actions, this))
    , m_line(new QFrame(this))
    , m_notice(new Notice(this))
    , m_pages(new QStackedWidget(this))
{
    setAccessibleName(tr("New service"));
    setSurface(this, Surface::Page);
    QBoxLayout *column = columnOf(this);
    column->addWidget(m_header);
    m_line->setFrameShape(QFrame::HLine);
    column->addWidget(m_line);
    column->addWidget(m_notice);
    column->addWidget(m_pages, 1);
    auto *dismiss = new QAction(tr("Dismiss"), this);
    dismiss->setObjectName(u"dismissNotice"_s);
    connect(dismiss, &QAction::triggered, m_notice, &QWidget::hide);
    m_notice->setActions({dismiss});
    buildBody();
    m_pages->addWidget(m_body);
    m_pages->addWidget(emptyPage());
    m_pages->addWidget(loadingPage());
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowAfter);
    m_said.setSingleShot(true);
    m_said.setInterval(betweenAnnouncements);
    connectSession();
    connectPanes();
    connectSteps();
    connectEdits();
    connectWalks();
    connectDraft();
    showState();
    showPreview();
    showStep();
    arrange();
}

CreateScreen::~CreateScreen() = default;

void CreateScreen::buildBody()
{
    const FieldRow::Hands hands{
        .form = m_session.form(),
        .ticks = [this] { return m_session.around().ticks(); },
        .chooseFile = [this] { return m_ask.fileToOpen(this, tr("Choose a file"), {}, {}); },
        .tell = [this](const Problem &problem) { m_notice->show(problem); }};
    m_body = splitter(Qt::Horizontal, this);
    m_stepper = new StepperPane(m_steps, m_body);
    m_form = new FormPane(hands, {m_actions.back, m_actions.goOn}, m_body);
    m_result = splitter(Qt::Vertical, m_body);
    m_result->installEventFilter(this);
    m_result->addWidget(files());
    m_problems = new ProblemsPane(m_session.problems(), m_actions.nextProblem, m_result);
    m_search = new FileSearchPane(m_session, m_found, m_result);
    m_search->hide();
    m_result->setStretchFactor(0, 1);
    m_body->setStretchFactor(2, 1);
    keepScaled(this, [this] {
        m_body->setSizes({px(this, 208), px(this, 488), px(this, 688)});
        m_files->setSizes({px(this, 252), px(this, 436)});
        shareHeight();
    });
}

QWidget *CreateScreen::files()
{
    m_files = splitter(Qt::Horizontal, m_result);
    m_tree = new FileTreePane(m_session.files(), m_files);
    m_preview = new PreviewPane(
        m_session, {m_actions.previousLine, m_actions.nextLine, m_actions.copy, m_actions.wrap},
        m_definitions, m_files);
    m_files->setStretchFactor(1, 1);
    return m_files;
}

QWidget *CreateScreen::emptyPage()
{
    m_empty = new EmptyState(u"create"_s, m_pages);
    m_empty->setText(tr("No service is being made"),
                     tr("Choose a template: it asks a few questions and shows every file."));
    auto *choose = new QAction(tr("Choose a template"), this);
    choose->setObjectName(u"chooseTemplate"_s);
    connect(choose, &QAction::triggered, this, &CreateScreen::otherTemplateWanted);
    m_empty->setActions(choose);
    return m_empty;
}

QWidget *CreateScreen::loadingPage()
{
    m_loading = new QWidget(m_pages);
    QBoxLayout *column = columnOf(m_loading, {24, 24, 24, 24}, 8);
    auto *bar = new QProgressBar(m_loading);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setAccessibleName(tr("Reading the template"));
    auto *words = new WrapLabel(tr("Reading the template"), TextRole::Body, Token::Tx2, m_loading);
    words->setAlignment(Qt::AlignCenter);
    column->addStretch();
    column->addWidget(words);
    column->addWidget(bar, 0, Qt::AlignHCenter);
    column->addStretch();
    bar->hide();
    words->hide();
    connect(&m_slow, &QTimer::timeout, this, [bar, words] {
        bar->show();
        words->show();
    });
    return m_loading;
}

void CreateScreen::showState()
{
    const auto state = m_session.state();
    const Template *definition = m_session.definition();
    if (state == ServiceSession::State::Loading)
        m_slow.start();
    else
        m_slow.stop();
    QWidget *page = m_body;
    if (state == ServiceSession::State::Empty)
        page = m_empty;
    else if (state == ServiceSession::State::Loading)
        page = m_loading;
    m_pages->setCurrentWidget(page);
    for (QWidget *part : QList<QWidget *>{m_header, m_line}) // of nothing there is nothing to say
        part->setVisible(state != ServiceSession::State::Empty);
    QString title = definition ? definition->title : QString();
    if (definition && definition->sidecar && !definition->sidecar->version.isEmpty())
        title += u' ' + definition->sidecar->version;
    m_header->setTemplate(title);
    if (state == ServiceSession::State::Loading)
        m_notice->hide();
    showPreview();
    Q_EMIT statusChanged();
    Q_EMIT commandsChanged();
}

/// Everything that follows from a new plan.
void CreateScreen::showPreview()
{
    const FileTreeModel &files = m_session.files();
    const QByteArrayList paths = files.filesInOrder();
    const int count = m_session.review().fileCount();
    const bool wasEmpty = m_paths.size() <= 1; // what cannot be planned yet has only its record
    m_steps.setFileCount(count);
    m_tree->setCount(counted("FileTreePane", "1 file", "%n files", count));
    m_tree->setService(m_session.draftName());
    m_header->setService(m_session.draftName());
    m_isFileWanted = m_isFileWanted && !paths.isEmpty();
    openFile(fileToShow(files, m_preview->path(), m_isFileWanted));
    m_preview->setFiles(paths);
    followField();
    if (std::exchange(m_paths, paths) != paths)
        Q_EMIT commandsChanged();
    if (wasEmpty && paths.size() <= mostRowsOpen)
        m_tree->tree()->expandAll();
    m_stepper->card().setMeter(m_session.form().meter());
}

void CreateScreen::showStep()
{
    m_actions.goOn->setText(literally(m_steps.goOnText()));
    m_actions.back->setText(m_steps.isFirst() ? tr("Other template") : tr("Back"));
    for (int i = 0; i < int(m_actions.steps.size()); ++i) {
        const QModelIndex step = m_steps.index(i);
        m_actions.steps.at(i)->setVisible(step.isValid());
        if (step.isValid())
            m_actions.steps.at(i)->setText(
                tr("Step &%1: %2").arg(i + 1).arg(literally(step.data().toString())));
    }
}

void CreateScreen::showUndo()
{
    m_actions.undo->setEnabled(m_session.form().canUndo());
    m_actions.redo->setEnabled(m_session.form().canRedo());
}

void CreateScreen::announceChange()
{
    const qsizetype files = m_session.preview().renderedAgain.size();
    if (files == 0 || m_said.isActive() || !isVisible())
        return;
    m_said.start();
    announce(this, counted("CreateScreen", "1 file changed", "%n files changed", files));
}

/// What the window has room for.
void CreateScreen::arrange()
{
    const qreal scale = appearanceOf(this).scale;
    const CreateLayout layout = createLayout(QSizeF(window()->size()) / scale, m_view);
    m_stepper->setVisible(layout.hasStepper);
    m_form->setVisible(layout.hasForm);
    m_form->setKeysShown(layout.hasStepper);
    m_result->setVisible(layout.hasPreview);
    m_tree->setVisible(layout.hasTree);
    m_tree->setLegendShown(layout.hasLegend);
    m_preview->setListShown(!layout.hasTree);
    m_problems->setFolding(layout.foldsProblems);
    m_header->setFolded(layout.foldsHeader);
}

/// What is below the files has what it needs, they have the rest.
void CreateScreen::shareHeight()
{
    const bool isSearching = !m_search->isHidden();
    const int below = isSearching ? px(this, 240) : m_problems->wantedHeight();
    const int above = std::max(0, m_result->height() - below);
    m_isShareDue = !m_result->isVisible();
    m_result->setSizes({above, isSearching ? 0 : below, isSearching ? below : 0});
}

void CreateScreen::setView(CreateView view)
{
    m_view = view;
    QAction *action = m_actions.viewBoth;
    if (view == CreateView::Form)
        action = m_actions.viewForm;
    else if (view == CreateView::Preview)
        action = m_actions.viewPreview;
    action->setChecked(true);
    arrange();
}

void CreateScreen::resizeEvent(QResizeEvent *event)
{
    Screen::resizeEvent(event);
    arrange();
}

bool CreateScreen::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show && m_isShareDue)
        shareHeight();
    return Screen::eventFilter(watched, event);
}

void CreateScreen::changeEvent(QEvent *event)
{
    Screen::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_search)
        arrange();
}

} // namespace waymark
