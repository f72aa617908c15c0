#include "views/shell/commandpalette.h"
#include "views/shell/keycaps.h"
#include "views/shell/mainwindow.h"
#include "views/shell/shortcutsheet.h"
#include "views/shell/windowactions.h"
#include "views/theme/icons.h"
#include "views/widgets/mnemonics.h"
#include "views/widgets/screen.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// What the palette and the sheet of keys show of a window.
namespace waymark {
namespace {

QString idOf(const QAction &action)
{
    return action.objectName().isEmpty() ? action.iconText() : action.objectName();
}

QString kindIcon(CommandEntry::Kind kind)
{
    switch (kind) {
    case CommandEntry::Kind::Action:
        return u"right"_s;
    case CommandEntry::Kind::Service:
        return u"services"_s;
    case CommandEntry::Kind::Template:
        return u"catalog"_s;
    case CommandEntry::Kind::Field:
        return u"edit"_s;
    case CommandEntry::Kind::File:
        return u"filecode"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

QList<CommandEntry> MainWindow::actionEntries() const
{
    QList<CommandEntry> entries;
    for (const auto &[menu, action] : m_menus.actions()) {
        entries += {.kind = CommandEntry::Kind::Action,
                    .id = idOf(*action),
                    .title = action->iconText(),
                    .detail = menu,
                    .keys = keyCaps(action->shortcut()),
                    .isEnabled = action->isEnabled(),
                    .reason = action->isEnabled() ? QString() : tr("not possible at the moment")};
    }
    return entries;
}

QIcon MainWindow::iconOf(const CommandEntry &entry) const
{
    const QIcon own = entry.kind == CommandEntry::Kind::Action ? m_icons.value(entry.id) : QIcon();
    return own.isNull() ? icon(kindIcon(entry.kind)) : own;
}

void MainWindow::findAnything()
{
    m_sheet->dismiss();
    m_icons.clear();
    for (const auto &[menu, action] : m_menus.actions())
        m_icons.insert(idOf(*action), action->icon());
    QList<CommandEntry> entries = actionEntries();
    if (const Screen *screen = currentScreen())
        entries += screen->commands();
    if (m_entries)
        entries += m_entries();
    m_palette->start(entries);
}

void MainWindow::runEntry(const CommandEntry &entry)
{
    for (const auto &[menu, action] : m_menus.actions()) {
        if (entry.kind == CommandEntry::Kind::Action && idOf(*action) == entry.id) {
            action->trigger();
            return;
        }
    }
    Screen *screen = currentScreen();
    const QList<CommandEntry> own = screen ? screen->commands() : QList<CommandEntry>();
    const bool isOwn = std::ranges::any_of(own, [&entry](const CommandEntry &other) {
        return other.kind == entry.kind && other.id == entry.id;
    });
    if (isOwn)
        screen->run(entry);
    else
        Q_EMIT commandWanted(entry);
}

void MainWindow::showShortcuts()
{
    m_palette->dismiss();
    QList<QAction *> places;
    for (const Shown &shown : std::as_const(m_screens)) {
        if (shown.action)
            places += shown.action;
    }
    QList<ActionGroup> groups = m_actions->groups(places);
    if (const Screen *screen = currentScreen()) {
        for (const auto &[title, actions] : screen->menus())
            groups += ActionGroup{withoutMnemonic(title), actions};
    }
    m_sheet->start(groups);
}

} // namespace waymark
