#include "views/shell/windowmenus.h"

#include "models/base/textcontext.h"
#include "views/widgets/mnemonics.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

namespace waymark {
namespace {

constexpr auto markName = u"screenPart";

constexpr TextContext translated("WindowMenus");

void collect(const QString &title, const QMenu &menu, QList<std::pair<QString, QAction *>> &found)
{
    for (QAction *action : menu.actions()) {
        if (action->menu())
            collect(withoutMnemonic(action->menu()->title()), *action->menu(), found);
        else if (!action->isSeparator() && action->isVisible())
            found += std::pair(title, action);
    }
}

} // namespace

WindowMenus::WindowMenus(QMenuBar *bar)
    : m_bar(bar)
    , m_file(bar->addMenu(translated("&File")))
    , m_edit(bar->addMenu(translated("&Edit")))
    , m_view(bar->addMenu(translated("&View")))
    , m_tools(bar->addMenu(translated("&Tools")))
    , m_help(bar->addMenu(translated("&Help")))
{
    m_edit->menuAction()->setVisible(false);
}

void WindowMenus::markScreenPart(QMenu *menu)
{
    menu->addSeparator();
    menu->addSeparator()->setObjectName(QString(markName));
}

QAction *WindowMenus::markIn(const QMenu *menu) const
{
    return menu->findChild<QAction *>(QString(markName), Qt::FindDirectChildrenOnly);
}

QMenu *WindowMenus::menuOf(const QString &title)
{
    const QString plain = withoutMnemonic(title);
    for (QMenu *menu : {m_file, m_edit, m_view, m_tools, m_help}) {
        if (withoutMnemonic(menu->title()) == plain)
            return menu;
    }
    auto *menu = new QMenu(title, m_bar);
    m_bar->insertMenu(m_tools->menuAction(), menu);
    m_screenMenus += menu;
    return menu;
}

void WindowMenus::setScreenMenus(const Menus &menus)
{
    for (const Added &added : std::as_const(m_added)) {
        if (added.menu && added.action)
            added.menu->removeAction(added.action);
    }
    m_added.clear();
    qDeleteAll(m_screenMenus);
    m_screenMenus.clear();
    for (const auto &[title, actions] : menus) {
        QMenu *menu = menuOf(title);
        for (QAction *action : actions) {
            menu->insertAction(markIn(menu), action);
            m_added += Added{menu, action};
        }
    }
    m_edit->menuAction()->setVisible(!m_edit->isEmpty());
}

QList<std::pair<QString, QAction *>> WindowMenus::actions() const
{
    QList<std::pair<QString, QAction *>> found;
    for (const QAction *action : m_bar->actions()) {
        if (action->menu() && action->isVisible())
            collect(withoutMnemonic(action->menu()->title()), *action->menu(), found);
    }
    return found;
}

} // namespace waymark
