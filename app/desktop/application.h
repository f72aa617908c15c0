#pragma once

#include "app/desktop/catalogreader.h"
#include "app/desktop/servicescreens.h"
#include "app/desktop/settings.h"
#include "models/items/commandmodel.h"
#include "models/items/draftshelf.h"
#include "models/plan/draftstore.h"
#include "models/plan/filesystem.h"
#include "views/dialogs/ask.h"
#include "views/shell/mainwindow.h"

#include <functional>
#include <memory>

namespace waymark {

class CatalogScreen;
class HomeScreen;

/// Where the application keeps and finds things, and what a test stands in for.
struct DesktopSurroundings
{
    QString configuration = {}; ///< Folders of PRODUCT's §8; none has to be there.
    QString data = {};
    QString state = {};
    QString programFolder = {};
    QString builtInTemplates = {}; ///< Empty: found from the program.
    Ask ask = {};
    std::function<void(const QString &folder)> openFolder = {}; ///< In the system's file manager.
    std::function<void(const QString &folder)> openEditor = {}; ///< In the user's editor.
    QString servicesFolder = {}; ///< Where services are made, unless somebody says otherwise.
    Worker::Executor execute = {}; ///< Empty: threads.
};

/// Builds everything there is of the window, once, and connects it; keeps it until the end.
class Application final : public QObject
{
    Q_OBJECT

public:
    explicit Application(DesktopSurroundings surroundings, QObject *parent = nullptr);
    ~Application() override;

    /// The window first, then what has to be read.
    void start();
    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] CatalogReader &catalog() { return m_catalog; }
    [[nodiscard]] Theme &theme() { return m_theme; }
    [[nodiscard]] ServiceSession &session() { return m_session; }

private:
    void addHome();
    void addCatalog();
    void addServices();
    void useTemplate(const QString &key);
    void changeSources(const Result<Source> &changed);
    void run(const CommandEntry &entry);
    void remember(const ServiceRow &service);
    void connectWindow();
    void showCatalog();
    void connectDrafts();
    void renameDraft(const QString &id, const QString &name);
    void removeDraft(const QString &id, const QString &name);
    [[nodiscard]] bool mayClose();
    void keep();
    [[nodiscard]] QList<CommandEntry> entries();

    const DesktopSurroundings m_surroundings;
    Settings m_settings;
    Theme m_theme;
    FileSystem m_fileSystem;
    DraftStore m_drafts;
    DraftShelf m_shelf;
    ServicesModel m_services;
    CommandModel m_commands;
    CatalogReader m_catalog;
    ServiceSession m_session;
    std::unique_ptr<MainWindow> m_window;
    HomeScreen *m_home = nullptr; ///< The window's, as the next.
    CatalogScreen *m_catalogScreen = nullptr;
    ServiceScreens *m_serviceScreens = nullptr;
};

/// The surroundings of this process.
[[nodiscard]] DesktopSurroundings usualSurroundings();

} // namespace waymark
