#include "app/desktop/application.h"

#include "app/desktop/catalogstatus.h"
#include "models/git/identity.h"
#include "models/items/commandentries.h"
#include "models/process/userfolders.h"
#include "views/catalog/catalogscreen.h"
#include "views/home/draftmenu.h"
#include "views/home/homescreen.h"
#include "views/shell/toastarea.h"
#include "views/theme/icons.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString ownerOf()
{
    const auto user = git::configuredUser();
    return user ? user->toString() : QString();
}

std::function<qint64()> steadyClock()
{
    QElapsedTimer timer;
    timer.start();
    return [timer] { return timer.elapsed(); };
}

SessionSurroundings sessionSurroundings(const DesktopSurroundings &around, DraftStore &drafts)
{
    return {.stateFolder = around.state,
            .owner = ownerOf(),
            .clock = [] { return QDateTime::currentDateTimeUtc(); },
            .seed =
                [] {
                    return QByteArray::number(QRandomGenerator::system()->generate64(), 16)
                        .rightJustified(16, '0');
                },
            .ticks = steadyClock(),
            .execute = around.execute,
            .drafts = &drafts};
}

} // namespace

DesktopSurroundings usualSurroundings()
{
    const UserFolders folders = userFolders();
    return {.configuration = folders.configuration,
            .data = folders.data,
            .state = folders.state,
            .programFolder = QCoreApplication::applicationDirPath(),
            .builtInTemplates = qEnvironmentVariable("WAYMARK_TEMPLATES"),
            .ask = nativeAsk(),
            .openFolder
            = [](const QString &folder) { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); },
            .openEditor =
                [](const QString &folder) {
                    QDesktopServices::openUrl(
                        QUrl::fromLocalFile(QDir(folder).filePath(u"README.md"_s)));
                },
            .servicesFolder = QDir::current().isRoot() ? QDir::homePath() : QDir::currentPath()};
}

Application::Application(DesktopSurroundings surroundings, QObject *parent)
    : QObject(parent)
    , m_surroundings(std::move(surroundings))
    , m_settings(m_surroundings.configuration)
    , m_drafts(m_fileSystem, QDir(m_surroundings.data).filePath(u"drafts"_s))
    , m_shelf(m_drafts, m_surroundings.execute)
    , m_catalog({.programFolder = m_surroundings.programFolder,
                 .builtIn = m_surroundings.builtInTemplates,
                 .sourcesFile = QDir(m_surroundings.configuration).filePath(u"sources.yaml"_s)},
                m_surroundings.execute)
    , m_session(sessionSurroundings(m_surroundings, m_drafts))
{
    m_session.setDestinationParent(m_surroundings.servicesFolder);
    m_settings.applyTo(m_theme);
    m_commands.setRecent(m_settings.recentCommands());
    m_services.setServices(m_settings.services());
    QApplication::setWindowIcon(icon(u"diamond"_s, Token::Gold));
    m_window = std::make_unique<MainWindow>(m_theme, m_commands);
    addHome();
    addCatalog();
    addServices();
    connectWindow();
}

Application::~Application() = default;

void Application::addHome()
{
    m_home = new HomeScreen(m_shelf.drafts(), m_services);
    m_window->addScreen({.id = u"home"_s,
                         .text = tr("&Home"),
                         .icon = u"home"_s,
                         .keys = QKeyCombination(Qt::ControlModifier, Qt::Key_1)},
                        m_home);
    connect(m_home, &HomeScreen::catalogWanted, this, [this] { m_window->goTo(u"catalog"_s); });
    connect(m_home, &HomeScreen::draftWanted, this,
            [this](const QString &id) { m_serviceScreens->goOn(id, m_catalog.templates()); });
    connectDrafts();
    connect(m_home, &HomeScreen::openWanted, this, [this](const QString &folder) {
        if (m_surroundings.openFolder)
            m_surroundings.openFolder(folder);
    });
}

void Application::addCatalog()
{
    m_catalogScreen = new CatalogScreen(m_catalog.model(), m_catalog.filter(), m_surroundings.ask,
                                        m_surroundings.execute);
    m_window->addScreen({.id = u"catalog"_s,
                         .text = tr("&Catalog"),
                         .icon = u"catalog"_s,
                         .keys = QKeyCombination(Qt::ControlModifier, Qt::Key_2)},
                        m_catalogScreen);
    connect(m_catalogScreen, &CatalogScreen::useWanted, this, &Application::useTemplate);
    connect(m_catalogScreen, &CatalogScreen::refreshWanted, &m_catalog, &CatalogReader::read);
    connect(m_catalogScreen, &CatalogScreen::stopWanted, &m_catalog, &CatalogReader::stop);
    connect(m_catalogScreen, &CatalogScreen::sourceAddWanted, this,
            [this](const QString &folder) { changeSources(m_catalog.addSource(folder)); });
    connect(m_catalogScreen, &CatalogScreen::sourceRemoveWanted, this,
            [this](const QString &name) { changeSources(m_catalog.removeSource(name)); });
}

void Application::addServices()
{
    m_serviceScreens = new ServiceScreens(m_session, m_surroundings.ask, *m_window, this);
    m_serviceScreens->setFileActions({m_home->draftMenu().menuAction()});
    connect(m_serviceScreens, &ServiceScreens::catalogWanted, this,
            [this] { m_window->goTo(u"catalog"_s); });
    connect(m_serviceScreens, &ServiceScreens::folderWanted, this, [this](const QString &folder) {
        if (m_surroundings.openFolder)
            m_surroundings.openFolder(folder);
    });
    connect(m_serviceScreens, &ServiceScreens::editorWanted, this, [this](const QString &folder) {
        if (m_surroundings.openEditor)
            m_surroundings.openEditor(folder);
    });
    connect(m_serviceScreens, &ServiceScreens::made, this, &Application::remember);
    connect(m_serviceScreens, &ServiceScreens::takenBack, &m_services, &ServicesModel::remove);
}

void Application::useTemplate(const QString &key)
{
    for (int row = 0; row < m_catalog.model().rowCount(); ++row) {
        const QModelIndex index = m_catalog.model().index(row, 0);
        const CatalogEntry *entry = m_catalog.model().entry(index);
        if (entry && index.data(CatalogModel::KeyRole).toString() == key)
            return m_serviceScreens->begin(*entry);
    }
}

void Application::changeSources(const Result<Source> &changed)
{
    if (!changed)
        m_catalogScreen->showProblem(changed.error().problem);
}

/// What was chosen in the palette and is no action of the window's.
void Application::run(const CommandEntry &entry)
{
    for (int row = 0; row < m_catalog.model().rowCount(); ++row) {
        const QModelIndex index = m_catalog.model().index(row, 0);
        if (entry.kind == CommandEntry::Kind::Template
            && index.data(CatalogModel::IdRole).toString() == entry.id)
            return useTemplate(index.data(CatalogModel::KeyRole).toString());
    }
}

void Application::remember(const ServiceRow &service)
{
    m_services.add(service);
    m_settings.setServices(m_services.rows());
    if (const auto problem = m_settings.save())
        m_window->toasts().add(problem->message);
}

void Application::connectWindow()
{
    connect(m_window.get(), &MainWindow::commandWanted, this, &Application::run);
    m_window->setEntries([this] { return entries(); });
    connect(m_window.get(), &MainWindow::newServiceWanted, this,
            [this] { m_window->goTo(u"catalog"_s); });
    connect(m_window.get(), &MainWindow::refreshWanted, &m_catalog, &CatalogReader::read);
    m_window->setMayClose([this] { return mayClose(); });
    connect(m_window.get(), &MainWindow::closing, this, &Application::keep);
    connect(m_window.get(), &MainWindow::screenChanged, &m_shelf, &DraftShelf::read);
    connect(&m_catalog, &CatalogReader::changed, this, &Application::showCatalog);
}

void Application::start()
{
    m_window->restore(m_settings.window());
    m_window->show();
    if (const auto problem = m_settings.problem())
        m_window->toasts().add(problem->message);
    m_catalog.read();
    m_shelf.read();
    m_shelf.recover(m_surroundings.state);
}

void Application::showCatalog()
{
    const CatalogStatus status = statusOf(m_catalog);
    m_window->setCatalogState(status.state, status.text, status.detail);
    m_window->setSummary(status.summary);
    m_window->setCatalogStatus(status.statusLine);
    m_catalogScreen->setSources(m_catalog.sources());
    m_catalogScreen->setReading(m_catalog.isReading());
    if (const auto templates = m_catalog.templates())
        m_session.takeCatalog(*templates); // for a draft that waits
    if (!m_catalog.problems().isEmpty())
        m_catalogScreen->showProblem(m_catalog.problems().first());
}

void Application::connectDrafts()
{
    const DraftMenu &menu = m_home->draftMenu();
    connect(&menu, &DraftMenu::renameWanted, this, &Application::renameDraft);
    connect(&menu, &DraftMenu::removeWanted, this, &Application::removeDraft);
    connect(&m_shelf, &DraftShelf::problemFound, this,
            [this](const Problem &problem) { m_window->toasts().add(problem.message); });
}

/// The one that is open here has its name in the window, where it is changed.
void Application::renameDraft(const QString &id, const QString &name)
{
    if (id == m_session.draftId())
        return m_serviceScreens->renameDraft();
    const auto &ask = m_surroundings.ask.line;
    const auto other
        = ask ? ask(m_window.get(), tr("Rename the draft"), tr("Name"), name) : std::nullopt;
    if (other && !other->trimmed().isEmpty() && *other != name)
        m_shelf.rename(id, *other);
}

void Application::removeDraft(const QString &id, const QString &name)
{
    const auto &confirm = m_surroundings.ask.confirm;
    const QString problem = m_shelf.drafts().indexOf(id).data(DraftsModel::ProblemRole).toString();
    const QString lost = problem.isEmpty()
        ? tr("All answers of this draft are lost. This cannot be undone.")
        : tr("%1 What its file holds is lost. This cannot be undone.").arg(problem);
    if (!confirm || !confirm(m_window.get(), tr("Remove “%1”?").arg(name), lost, tr("Remove")))
        return;
    if (id != m_session.draftId())
        return m_shelf.remove(id);
    m_session.discardDraft();
    m_shelf.read();
}

/// What the palette finds beside the window's own actions.
QList<CommandEntry> Application::entries()
{
    return templateEntries(m_catalog.model());
}

/// Nothing that was typed is lost unasked.
bool Application::mayClose()
{
    const auto saved = m_session.saveDraftNow();
    if (saved)
        return true;
    const auto &confirm = m_surroundings.ask.confirm;
    return confirm
        && confirm(m_window.get(), tr("Close and lose the draft?"),
                   tr("“%1” cannot be kept as a draft: %2 What you typed since it was last kept is "
                      "lost when the window closes.")
                       .arg(m_session.draftName(), saved.error().problem.message),
                   tr("Close and lose it"));
}

void Application::keep()
{
    m_settings.setWindow(m_window->memory());
    m_settings.takeFrom(m_theme);
    m_settings.setRecentCommands(m_commands.recent());
    m_settings.setServices(m_services.rows());
    if (const auto problem = m_settings.save())
        qWarning("%s", qPrintable(problem->toString()));
}

} // namespace waymark
