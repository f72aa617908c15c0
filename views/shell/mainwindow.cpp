#include "views/shell/mainwindow.h"

#include "views/shell/commandpalette.h"
#include "views/shell/paneround.h"
#include "views/shell/shortcutsheet.h"
#include "views/shell/sidebar.h"
#include "views/shell/statusline.h"
#include "views/shell/themeactions.h"
#include "views/shell/toastarea.h"
#include "views/shell/windowactions.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/theme/theme.h"
#include "views/widgets/mnemonics.h"
#include "views/widgets/screen.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qreal widthOfSideBar = 1440; // below, in px at 100 %, the rail leaves more to the screen

} // namespace

MainWindow::MainWindow(Theme &theme, CommandModel &commands, QWidget *parent)
    : QMainWindow(parent)
    , m_theme(theme)
    , m_commands(commands)
    , m_actions(new WindowActions(this))
    , m_header(new HeaderRow(m_actions->find, m_actions->refresh, m_actions->shortcuts, this))
    , m_menus(m_header->menuBar())
    , m_sideBar(new SideBar(this))
    , m_stack(new QStackedWidget(this))
    , m_status(new StatusLine(this))
    , m_toasts(new ToastArea(this, m_status))
    , m_palette(new CommandPalette(
          commands, [this](const CommandEntry &entry) { return iconOf(entry); }, this))
    , m_sheet(new ShortcutSheet(this))
    , m_places(nullptr)
{
    build();
    fillMenus();
    connectActions();
    resize(QSize(px(this, 1440), px(this, 900)).boundedTo(screen()->availableSize()));
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    setWindowTitle(tr("Waymark"));
    setMenuWidget(m_header);
    auto *body = new QWidget(this);
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_sideBar);
    row->addWidget(m_stack, 1);
    setSurface(m_stack, Surface::Page);
    setCentralWidget(body);
    setStatusBar(m_status);
    m_header->setMessages(m_toasts->messages());
}

void MainWindow::fillMenus()
{
    QMenu *file = m_menus.file();
    file->addAction(m_actions->newService);
    m_menus.markScreenPart(file);
    file->addSeparator();
    file->addAction(m_actions->quit);

    QMenu *view = m_menus.view();
    m_places = view;
    m_menus.markScreenPart(view);
    view->addSeparator();
    view->addActions({m_actions->back, m_actions->forward, m_actions->nextPane,
                      m_actions->previousPane, m_actions->sideBar});
    view->addSeparator();
    view->addActions({m_actions->larger, m_actions->smaller, m_actions->usualSize});
    view->addSeparator();
    addThemeMenus(view, m_theme);

    m_menus.tools()->addActions({m_actions->find, m_actions->refresh});
    m_menus.markScreenPart(m_menus.tools());
    m_menus.help()->addAction(m_actions->shortcuts);
    m_menus.markScreenPart(m_menus.help());
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction *action, const auto &reaction) {
        connect(action, &QAction::triggered, this, reaction);
    };
    on(m_actions->newService, &MainWindow::newServiceWanted);
    on(m_actions->refresh, &MainWindow::refreshWanted);
    on(m_actions->quit, &QWidget::close);
    on(m_actions->find, &MainWindow::findAnything);
    on(m_actions->shortcuts, &MainWindow::showShortcuts);
    on(m_actions->sideBar, &MainWindow::toggleRail);
    on(m_actions->nextPane, [this] { goToNextPane(panes(), false); });
    on(m_actions->previousPane, [this] { goToNextPane(panes(), true); });
    on(m_actions->back, [this] { go(-1); });
    on(m_actions->forward, [this] { go(1); });
    on(m_actions->larger, [this] { m_theme.stepTextScale(1); });
    on(m_actions->smaller, [this] { m_theme.stepTextScale(-1); });
    on(m_actions->usualSize, [this] { m_theme.setTextScale(1); });
    connect(m_sideBar, &SideBar::browsed, this,
            [this](const QString &id) { showScreen(id, false); });
    connect(m_sideBar, &SideBar::entered, this, &MainWindow::goTo);
    connect(m_palette, &CommandPalette::chosen, this, &MainWindow::runEntry);
    connect(m_toasts, &ToastArea::added, this, [this] { m_header->showMessages(true); });
    connect(&m_theme, &Theme::changed, this, &MainWindow::showRail);
    m_actions->back->setEnabled(false);
    m_actions->forward->setEnabled(false);
}

void MainWindow::addScreen(const ScreenPlace &place, Screen *screen)
{
    Shown shown{place, screen, nullptr};
    m_stack->addWidget(screen);
    if (place.under.isEmpty())
        addPlaceAction(shown);
    m_screens += shown;
    connectScreen(screen);
    if (m_screens.size() == 1)
        showScreen(place.id, true);
}

void MainWindow::addPlaceAction(Shown &shown)
{
    const ScreenPlace &place = shown.place;
    shown.action = new QAction(icon(place.icon), place.text, this);
    shown.action->setObjectName(u"show "_s + place.id);
    shown.action->setShortcut(place.keys);
    const QString id = place.id;
    connect(shown.action, &QAction::triggered, this, [this, id] { goTo(id); });
    const QList<QAction *> before = m_places->actions();
    m_places->insertAction(
        before.value(std::ranges::count_if(
            m_screens, [](const Shown &other) { return other.action != nullptr; })),
        shown.action);
    m_sideBar->addPlace(id, withoutMnemonic(place.text), place.icon,
                        place.keys.toString(QKeySequence::NativeText));
}

void MainWindow::connectScreen(Screen *screen)
{
    connect(screen, &Screen::statusChanged, this, &MainWindow::showStatus);
    connect(screen, &Screen::commandsChanged, this, [this, screen] {
        if (screen == currentScreen())
            takeMenus(*screen);
    });
    connect(screen, &Screen::toast, m_toasts, &ToastArea::add);
}

const MainWindow::Shown *MainWindow::find(const QString &id) const
{
    const auto found = std::ranges::find_if(
        m_screens, [&id](const Shown &shown) { return shown.place.id == id; });
    return found == m_screens.end() ? nullptr : &*found;
}

Screen *MainWindow::currentScreen() const
{
    const Shown *shown = find(m_current);
    return shown ? shown->screen : nullptr;
}

void MainWindow::goTo(const QString &id)
{
    showScreen(id, true);
}

void MainWindow::showScreen(const QString &id, bool enters)
{
    const Shown *shown = find(id);
    if (!shown)
        return;
    m_palette->dismiss();
    m_sheet->dismiss();
    const bool isOther = m_current != id;
    m_current = id;
    m_stack->setCurrentWidget(shown->screen);
    m_sideBar->setCurrent(shown->place.under.isEmpty() ? id : shown->place.under);
    if (isOther)
        followScreen();
    if (enters)
        shown->screen->enter();
}

/// All around the screen is that of the current one.
void MainWindow::followScreen()
{
    const Shown *shown = find(m_current);
    setWindowTitle(tr("%1 — Waymark").arg(withoutMnemonic(shown->place.text)));
    takeMenus(*shown->screen);
    remember(m_current);
    showRail();
    showStatus();
    Q_EMIT screenChanged(m_current);
}

void MainWindow::takeMenus(const Screen &screen)
{
    const WindowMenus::Menus menus = screen.menus();
    QList<QAction *> actions;
    for (const auto &[title, part] : menus)
        actions += part;
    m_actions->yieldKeys(actions);
    m_menus.setScreenMenus(menus);
}

void MainWindow::remember(const QString &id)
{
    if (m_history.value(m_here) != id) {
        m_history = m_history.first(m_here + 1);
        m_history += id;
        m_here = m_history.size() - 1;
    }
    m_actions->back->setEnabled(m_here > 0);
    m_actions->forward->setEnabled(m_here + 1 < m_history.size());
}

void MainWindow::go(int steps)
{
    const qsizetype there = m_here + steps;
    if (there < 0 || there >= m_history.size())
        return;
    m_here = there;
    goTo(m_history.at(there));
}

void MainWindow::showStatus()
{
    const Screen *screen = currentScreen();
    m_status->setStatus(screen ? screen->status() : QString());
}

void MainWindow::setCatalogStatus(const QString &text)
{
    m_status->setCatalog(text);
}

void MainWindow::setCatalogState(CatalogState state, const QString &text, const QString &detail)
{
    m_header->setCatalogState(state, text, detail);
}

void MainWindow::setSummary(const QString &text)
{
    m_sideBar->setSummary(text);
}

void MainWindow::setCount(const QString &id, int count)
{
    m_sideBar->setCount(id, count);
}

void MainWindow::toggleRail()
{
    m_memory.rails.insert(m_current, !m_sideBar->isRail());
    showRail();
}

/// What the user chose for this screen, else what it prefers in a window of this width.
void MainWindow::showRail()
{
    const Screen *screen = currentScreen();
    const bool prefers = width() < px(this, widthOfSideBar) || (screen && screen->prefersRail());
    m_sideBar->setRail(m_memory.rails.value(m_current, prefers));
    m_actions->sideBar->setChecked(!m_sideBar->isRail());
}

QList<QWidget *> MainWindow::panes() const
{
    const Screen *screen = currentScreen();
    return QList<QWidget *>{m_header, m_sideBar} + (screen ? screen->panes() : QList<QWidget *>())
        + QList<QWidget *>{m_toasts};
}

WindowMemory MainWindow::memory() const
{
    WindowMemory memory = m_memory;
    memory.geometry = saveGeometry();
    memory.screen = m_current;
    for (const Shown &shown : m_screens)
        memory.layouts.insert(shown.place.id, shown.screen->layoutState());
    return memory;
}

void MainWindow::restore(const WindowMemory &memory)
{
    m_memory = memory;
    restoreGeometry(memory.geometry);
    for (const Shown &shown : std::as_const(m_screens)) {
        const QByteArray layout = memory.layouts.value(shown.place.id);
        if (!layout.isEmpty())
            shown.screen->restoreLayout(layout);
    }
    goTo(memory.screen);
    showRail();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_mayClose && !m_mayClose())
        return event->ignore();
    Q_EMIT closing();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    showRail();
}

} // namespace waymark
