#include "app/desktop/application.h"

#include "app/desktop/catalogwords.h"
#include "models/items/commandentries.h"
#include "views/home/homescreen.h"
#include "views/shell/toastarea.h"
#include "views/theme/icons.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QStandardPaths>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace waymark {

DesktopSurroundings usualSurroundings()
{
    const auto placeOf = [](QStandardPaths::StandardLocation location) {
        return QStandardPaths::writableLocation(location) + u"/waymark"_s;
    };
    return {.configuration = placeOf(QStandardPaths::GenericConfigLocation),
            .data = placeOf(QStandardPaths::GenericDataLocation),
            .state = placeOf(QStandardPaths::GenericStateLocation),
            .programFolder = QCoreApplication::applicationDirPath(),
            .builtInTemplates = qEnvironmentVariable("WAYMARK_TEMPLATES"),
            .ask = nativeAsk(),
            .openFolder = [](const QString &folder) {
                QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
            }};
}

Application::Application(DesktopSurroundings surroundings, QObject *parent)
    : QObject(parent)
    , m_surroundings(std::move(surroundings))
    , m_settings(m_surroundings.configuration)
    , m_drafts(m_fileSystem, QDir(m_surroundings.data).filePath(u"drafts"_s))
    , m_catalog({.programFolder = m_surroundings.programFolder,
                 .builtIn = m_surroundings.builtInTemplates,
                 .sourcesFile = QDir(m_surroundings.configuration).filePath(u"sources.yaml"_s)},
                m_surroundings.execute)
    , m_draftReader(m_surroundings.execute, Worker::Late::Dropped)
{
    m_settings.applyTo(m_theme);
    m_commands.setRecent(m_settings.recentCommands());
    m_services.setServices(m_settings.services());
    QApplication::setWindowIcon(icon(u"diamond"_s, Token::Gold));
    m_window = std::make_unique<MainWindow>(m_theme, m_commands);
    addHome();
    connectWindow();
}

Application::~Application() = default;

void Application::addHome()
{
    auto *home = new HomeScreen(m_draftRows, m_services);
    m_window->addScreen({.id = u"home"_s,
                         .text = tr("&Home"),
                         .icon = u"home"_s,
                         .keys = QKeyCombination(Qt::ControlModifier, Qt::Key_1)},
                        home);
    connect(home, &HomeScreen::catalogWanted, this, [this] { m_window->goTo(u"catalog"_s); });
    connect(home, &HomeScreen::openWanted, this, [this](const QString &folder) {
        if (m_surroundings.openFolder)
            m_surroundings.openFolder(folder);
    });
}

void Application::connectWindow()
{
    m_window->setEntries([this] { return entries(); });
    connect(m_window.get(), &MainWindow::newServiceWanted, this,
            [this] { m_window->goTo(u"catalog"_s); });
    connect(m_window.get(), &MainWindow::refreshWanted, &m_catalog, &CatalogReader::read);
    connect(m_window.get(), &MainWindow::closing, this, &Application::keep);
    connect(m_window.get(), &MainWindow::screenChanged, this, &Application::readDrafts);
    connect(&m_catalog, &CatalogReader::changed, this, &Application::showCatalog);
}

void Application::start()
{
    m_window->restore(m_settings.window());
    m_window->show();
    if (const auto problem = m_settings.problem())
        m_window->toasts().add(problem->message);
    m_catalog.read();
    readDrafts();
}

void Application::showCatalog()
{
    const CatalogWords words = wordsOf(m_catalog);
    m_window->setCatalogState(words.state, words.text, words.detail);
    m_window->setSummary(words.summary);
    m_window->setUsualStatus(words.status);
}

void Application::readDrafts()
{
    m_draftReader.start([this, drafts = m_drafts](const std::stop_token &, const Worker::Report &) {
        const auto list = drafts.list();
        return Worker::Delivery([this, list] {
            if (list)
                m_draftRows.setDrafts(*list, DraftEditor::self());
            else
                m_window->toasts().add(list.error().problem.message);
        });
    });
}

/// What the palette finds beside the window's own actions.
QList<CommandEntry> Application::entries()
{
    return templateEntries(m_catalog.model());
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
