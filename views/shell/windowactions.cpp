#include "views/shell/windowactions.h"

#include "views/theme/icons.h"

#include <QWidget>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

struct Words
{
    QString name;
    QString text;
    QString iconName = {};
};

QAction *made(QWidget *window, const Words &words, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(words.text, window);
    action->setObjectName(words.name);
    action->setShortcuts(keys);
    if (!words.iconName.isEmpty())
        action->setIcon(icon(words.iconName));
    return action;
}

QKeySequence ctrl(Qt::Key key)
{
    return QKeyCombination(Qt::ControlModifier, key);
}

QKeySequence ctrlShift(Qt::Key key)
{
    return QKeyCombination(Qt::ControlModifier | Qt::ShiftModifier, key);
}

} // namespace

WindowActions::WindowActions(QWidget *window)
    : QObject(window)
    , newService(made(window, {u"windowNewService"_s, tr("&New service…"), u"create"_s},
                      {ctrl(Qt::Key_N)}))
    , quit(made(window, {u"windowQuit"_s, tr("&Quit")}, {ctrl(Qt::Key_Q)}))
    , find(made(window, {u"windowFind"_s, tr("&Find anything"), u"search"_s}, {ctrl(Qt::Key_K)}))
    , refresh(made(window, {u"windowRefresh"_s, tr("&Check the catalog again"), u"refresh"_s},
                   {QKeySequence(Qt::Key_F5)}))
    , shortcuts(made(window, {u"windowShortcuts"_s, tr("&Keyboard shortcuts"), u"keyboard"_s},
                     {ctrlShift(Qt::Key_K)}))
    , sideBar(
          made(window, {u"windowSideBar"_s, tr("&Side bar"), u"panelleft"_s}, {ctrl(Qt::Key_B)}))
    , nextPane(made(window, {u"windowNextPane"_s, tr("Next &pane")}, {QKeySequence(Qt::Key_F6)}))
    , previousPane(made(window, {u"windowPreviousPane"_s, tr("Pre&vious pane")},
                        {QKeyCombination(Qt::ShiftModifier, Qt::Key_F6)}))
    , back(made(window, {u"windowBack"_s, tr("&Back"), u"aleft"_s},
                {QKeyCombination(Qt::AltModifier, Qt::Key_Left)}))
    , forward(made(window, {u"windowForward"_s, tr("F&orward"), u"aright"_s},
                   {QKeyCombination(Qt::AltModifier, Qt::Key_Right)}))
    , larger(made(window, {u"windowLarger"_s, tr("&Larger text"), u"plus"_s},
                  {ctrl(Qt::Key_Plus), ctrl(Qt::Key_Equal)}))
    , smaller(made(window, {u"windowSmaller"_s, tr("S&maller text"), u"minus"_s},
                   {ctrl(Qt::Key_Minus)}))
    , usualSize(made(window, {u"windowUsualSize"_s, tr("&Usual text size")}, {ctrl(Qt::Key_0)}))
{
    sideBar->setCheckable(true);
    quit->setMenuRole(QAction::QuitRole);
    for (QAction *action : {newService, quit, find, refresh, shortcuts, sideBar, nextPane,
                            previousPane, back, forward, larger, smaller, usualSize})
        m_keys.insert(action, action->shortcuts());
}

QList<ActionGroup> WindowActions::groups(const QList<QAction *> &places) const
{
    return {{tr("Everywhere"),
             QList<QAction *>{find, shortcuts, newService} + places
                 + QList<QAction *>{back, forward, refresh, quit}},
            {tr("Panes"), {nextPane, previousPane, sideBar}},
            {tr("Text and size"), {larger, smaller, usualSize}}};
}

void WindowActions::yieldKeys(const QList<QAction *> &others)
{
    QList<QKeySequence> taken;
    for (const QAction *other : others)
        taken += other->shortcuts();
    for (const auto &[action, usual] : m_keys.asKeyValueRange()) {
        QList<QKeySequence> keys = usual;
        keys.removeIf([&taken](const QKeySequence &key) { return taken.contains(key); });
        action->setShortcuts(keys);
    }
}

} // namespace waymark
