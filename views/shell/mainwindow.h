#pragma once

#include "models/items/commandmodel.h"
#include "views/shell/headerrow.h"
#include "views/shell/windowmemory.h"
#include "views/shell/windowmenus.h"

#include <QHash>
#include <QIcon>
#include <QMainWindow>

class QStackedWidget;

namespace waymark {

class CommandPalette;
class Screen;
class ShortcutSheet;
class SideBar;
class StatusLine;
class Theme;
class ToastArea;
class WindowActions;

/// Where a screen belongs in the window.
struct ScreenPlace
{
    QString id = {};
    QString text = {}; ///< "&Catalog"
    QString icon = {};
    QKeySequence keys = {};
    QString under = {}; ///< The place that is marked while it is shown; empty: it has its own.
};

/// The window: one screen at a time, with all that stands around it.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    using Entries = std::function<QList<CommandEntry>()>;
    using MayClose = std::function<bool()>;

    /// Both have to live longer.
    MainWindow(Theme &theme, CommandModel &commands, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Takes the screen. The first one is shown.
    void addScreen(const ScreenPlace &place, Screen *screen);
    /// Shows a screen and puts the focus where work begins.
    void goTo(const QString &id);
    [[nodiscard]] const QString &currentId() const { return m_current; }
    [[nodiscard]] Screen *currentScreen() const;

    /// More that the palette finds, asked when it opens; what is chosen comes as commandWanted().
    void setEntries(const Entries &entries) { m_entries = entries; }
    /// Asked before each closing; false: the window stays. Without it, it may always close.
    void setMayClose(const MayClose &mayClose) { m_mayClose = mayClose; }
    void setCatalogState(CatalogState state, const QString &text, const QString &detail = {});
    /// Below the product's name in the side bar.
    void setSummary(const QString &text);
    void setCount(const QString &id, int count);
    /// What the status bar says of it.
    void setCatalogStatus(const QString &text);
    [[nodiscard]] ToastArea &toasts() const { return *m_toasts; }

    [[nodiscard]] WindowMemory memory() const;
    void restore(const WindowMemory &memory);

Q_SIGNALS:
    void newServiceWanted();
    void refreshWanted();
    void commandWanted(const waymark::CommandEntry &entry);
    void screenChanged(const QString &id);
    /// The window is about to go: the last moment to keep something.
    void closing();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Shown
    {
        ScreenPlace place;
        Screen *screen;
        QAction *action; ///< Null where it is under another place.
    };

    void build();
    void fillMenus();
    void connectActions();
    void connectScreen(Screen *screen);
    void addPlaceAction(Shown &shown);
    [[nodiscard]] const Shown *find(const QString &id) const;
    void showScreen(const QString &id, bool enters);
    void go(int steps);
    void remember(const QString &id);
    void followScreen();
    void takeMenus(const Screen &screen);
    void showStatus();
    void toggleRail();
    void showRail();
    [[nodiscard]] QList<QWidget *> panes() const;

    void findAnything();
    void showShortcuts();
    [[nodiscard]] QList<CommandEntry> actionEntries() const;
    [[nodiscard]] QIcon iconOf(const CommandEntry &entry) const;
    void runEntry(const CommandEntry &entry);

    Theme &m_theme;
    CommandModel &m_commands;
    WindowActions *m_actions;
    HeaderRow *m_header;
    WindowMenus m_menus;
    SideBar *m_sideBar;
    QStackedWidget *m_stack;
    StatusLine *m_status;
    ToastArea *m_toasts;
    CommandPalette *m_palette;
    ShortcutSheet *m_sheet;
    QMenu *m_places; ///< The part of the view menu that shows screens.
    QList<Shown> m_screens;
    QString m_current;
    QStringList m_history;
    qsizetype m_here = -1; ///< In the history.
    WindowMemory m_memory;
    Entries m_entries;
    MayClose m_mayClose;
    QHash<QString, QIcon> m_icons; ///< Of the actions that the palette shows, by their ids.
};

} // namespace waymark
