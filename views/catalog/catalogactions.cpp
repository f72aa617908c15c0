#include "views/catalog/catalogactions.h"

#include "models/base/textcontext.h"
#include "views/theme/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("CatalogActions");

QAction *action(QWidget *screen, const char *name, const QString &text,
                const QString &iconName = {}, const QList<QKeySequence> &keys = {})
{
    auto *made = new QAction(text, screen);
    made->setObjectName(QLatin1StringView(name));
    if (!iconName.isEmpty())
        made->setIcon(icon(iconName));
    made->setShortcuts(keys);
    screen->addAction(made);
    return made;
}

} // namespace

CatalogActions::CatalogActions(QWidget *screen)
    : find(action(screen, "catalogFind", translated("&Filter templates"), u"search"_s,
                  {QKeySequence::Find}))
    , clear(action(screen, "catalogClear", translated("&Clear filters"), u"x"_s))
    , use(action(screen, "catalogUse", translated("&Use template"), u"create"_s,
                 {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)}))
    , read(action(screen, "catalogRead", translated("&Read about the template"), u"book"_s))
    , openFolder(action(screen, "catalogOpenFolder", translated("&Open folder"), u"folder"_s,
                        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}))
    , addFolder(action(screen, "catalogAddFolder", translated("&Add a folder…"), u"plus"_s))
    , refresh(action(screen, "catalogRefresh", translated("&Look for templates again"),
                     u"refresh"_s, {QKeySequence(Qt::Key_F5)}))
    , stop(action(screen, "catalogStop", translated("&Stop")))
    , toList(action(screen, "catalogToList", translated("&Back to the list"), u"aleft"_s))
    , asList(action(screen, "catalogAsList", translated("Templates as a &list"), u"list"_s))
    , asGrid(action(screen, "catalogAsGrid", translated("Templates as a &grid"), u"grid"_s))
{
    addFolder->setToolTip(translated("Takes the templates of a folder into the catalog"));
    openFolder->setToolTip(translated("Opens the folder of the template"));
    auto *shapes = new QActionGroup(screen);
    for (QAction *shape : {asList, asGrid}) {
        shape->setCheckable(true);
        shapes->addAction(shape);
    }
    asList->setChecked(true);
    stop->setEnabled(false);
    toList->setVisible(false);
}

} // namespace waymark
