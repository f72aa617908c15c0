#include "views/review/reviewactions.h"

#include "views/theme/icons.h"
#include "views/widgets/mnemonics.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int stepsWithKeys = 5;

QString tr(const char *text)
{
    return QCoreApplication::translate("ReviewActions", text);
}

QAction *made(QWidget *screen, const QString &name, const QString &text,
              const QList<QKeySequence> &keys = {}, const QString &iconName = {})
{
    auto *action = new QAction(text, screen);
    action->setObjectName(u"review"_s + name);
    action->setShortcuts(keys);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    screen->addAction(action);
    return action;
}

/// Its key works in the widget that it is added to.
QAction *local(QWidget *screen, const QString &name, const QString &text, const QKeySequence &key,
               Qt::ShortcutContext context)
{
    QAction *action = made(screen, name, text, {key});
    action->setShortcutContext(context);
    screen->removeAction(action);
    return action;
}

} // namespace

ReviewActions::ReviewActions(QWidget *screen)
    : find(local(screen, u"Find"_s, tr("&Find in this file"), Qt::CTRL | Qt::Key_F,
                 Qt::WidgetWithChildrenShortcut))
    , filter(local(screen, u"Filter"_s, tr("Fi&lter files"), Qt::CTRL | Qt::Key_F,
                   Qt::WidgetWithChildrenShortcut))
    , nextChange(made(screen, u"NextChange"_s, tr("&Next change"), {Qt::Key_F7}, u"down"_s))
    , previousChange(made(screen, u"PreviousChange"_s, tr("&Previous change"),
                          {Qt::SHIFT | Qt::Key_F7}, u"up"_s))
    , nextFile(made(screen, u"NextFile"_s, tr("Next &file"), {Qt::CTRL | Qt::Key_PageDown}))
    , previousFile(
          made(screen, u"PreviousFile"_s, tr("Previous f&ile"), {Qt::CTRL | Qt::Key_PageUp}))
    , beside(made(screen, u"Beside"_s, tr("&Side by side"), {}, u"columns"_s))
    , unified(made(screen, u"Unified"_s, tr("&Unified"), {}, u"rows"_s))
    , turn(made(screen, u"Turn"_s, tr("Side by side &or unified"),
                {Qt::CTRL | Qt::SHIFT | Qt::Key_D}))
    , whole(made(screen, u"Whole"_s, tr("&Whole file"), {}, u"file"_s))
    , wrap(made(screen, u"Wrap"_s, tr("Wrap &long lines")))
    , include(local(screen, u"Include"_s, tr("&Include file"), Qt::Key_Space, Qt::WidgetShortcut))
    , back(made(screen, u"Back"_s, tr("&Back"), {Qt::ALT | Qt::Key_PageUp}, u"aleft"_s))
    , discard(made(screen, u"Discard"_s, tr("&Discard")))
    , commit(made(screen, u"Commit"_s, tr("&Create and commit"),
                  {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}, u"commit"_s))
    , stop(made(screen, u"Stop"_s, tr("&Stop"), {}, u"stop"_s))
    , planAgain(made(screen, u"PlanAgain"_s, tr("&Plan again"), {}, u"refresh"_s))
    , chooseParent(made(screen, u"ChooseParent"_s, tr("Make it inside a &folder…")))
    , chooseFolder(made(screen, u"ChooseFolder"_s, tr("Use an &empty folder or a clone…")))
    , branch(made(screen, u"Branch"_s, tr("Change the b&ranch")))
    , author(made(screen, u"Author"_s, tr("Change the &author…")))
    , resetMessage(made(screen, u"ResetMessage"_s, tr("&Reset the message")))
    , copyCommand(made(screen, u"CopyCommand"_s, tr("Copy the co&mmand")))
    , openFolder(made(screen, u"OpenFolder"_s, tr("&Open the folder"), {}, u"folderopen"_s))
    , openEditor(made(screen, u"OpenEditor"_s, tr("Open in &editor"),
                      {Qt::CTRL | Qt::SHIFT | Qt::Key_O}, u"ext"_s))
    , another(made(screen, u"Another"_s, tr("&New service like this one"), {}, u"create"_s))
    , undo(made(screen, u"Undo"_s, tr("&Undo…"), {}, u"undo"_s))
{
    for (int i = 0; i < stepsWithKeys; ++i)
        steps += made(screen, u"Step%1"_s.arg(i + 1), {},
                      {QKeyCombination(Qt::ALT, Qt::Key(Qt::Key_1 + i))});
    setSteps({});
    auto *looks = new QActionGroup(screen);
    for (QAction *look : {beside, unified}) {
        look->setCheckable(true);
        looks->addAction(look);
    }
    beside->setChecked(true);
    whole->setCheckable(true);
    wrap->setCheckable(true);
    stop->setVisible(false);
    setApplied(false);
}

void ReviewActions::setSteps(const QStringList &titles) const
{
    for (int i = 0; i < int(steps.size()); ++i) {
        QAction *step = steps.at(i);
        step->setText(tr("Step &%1: %2").arg(i + 1).arg(literally(titles.value(i))));
        step->setVisible(i < titles.size());
    }
}

QList<std::pair<QString, QList<QAction *>>> ReviewActions::menus() const
{
    const QList<QAction *> service
        = QList<QAction *>{include,   chooseParent, chooseFolder, branch, author,
                           planAgain, commit,       stop,         back}
        + steps + QList<QAction *>{discard, openFolder, openEditor, another, undo};
    return {
        {tr("&Edit"), {find, filter, resetMessage, copyCommand}},
        {tr("&View"),
         {nextChange, previousChange, nextFile, previousFile, beside, unified, turn, whole, wrap}},
        {tr("&Service"), service}};
}

void ReviewActions::setApplied(bool isApplied) const
{
    for (QAction *action :
         {find,         filter,       nextChange, previousChange, nextFile,     previousFile,
          beside,       unified,      turn,       whole,          wrap,         include,
          chooseParent, chooseFolder, branch,     author,         resetMessage, copyCommand,
          planAgain,    commit,       back,       discard})
        action->setEnabled(!isApplied);
    for (QAction *step : steps)
        step->setEnabled(!isApplied);
    discard->setVisible(!isApplied);
    for (QAction *action : {openFolder, openEditor, another, undo}) {
        action->setEnabled(isApplied);
        action->setVisible(isApplied);
    }
}

} // namespace waymark
