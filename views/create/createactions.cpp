#include "views/create/createactions.h"

#include "models/base/textcontext.h"
#include "views/theme/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int mostSteps = 5; // that have a key

constexpr TextContext translated("CreateActions");

struct Words
{
    const char *name; ///< Of the object.
    QString text;
    QList<QKeySequence> keys = {};
    QString icon = {};
};

QAction *make(QWidget *screen, const Words &words)
{
    auto *action = new QAction(words.text, screen);
    action->setObjectName(QLatin1StringView(words.name));
    action->setShortcuts(words.keys);
    action->setShortcutContext(Qt::WindowShortcut);
    if (!words.icon.isEmpty())
        action->setIcon(icon(words.icon));
    screen->addAction(action);
    return action;
}

QList<QKeySequence> keys(const QList<QKeyCombination> &all)
{
    QList<QKeySequence> sequences;
    for (const QKeyCombination key : all)
        sequences += QKeySequence(key);
    return sequences;
}

} // namespace

CreateActions::CreateActions(QWidget *screen)
    : undo(make(screen, {"undo", translated("&Undo"), keys({Qt::CTRL | Qt::Key_Z}), u"undo"_s}))
    , redo(make(screen,
                {"redo", translated("&Redo"),
                 keys({Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y})}))
    , reset(make(screen,
                 {"resetField", translated("Back to the &golden default"),
                  keys({Qt::CTRL | Qt::SHIFT | Qt::Key_G})}))
    , find(make(
          screen,
          {"find", translated("&Find in this file"), keys({Qt::CTRL | Qt::Key_F}), u"search"_s}))
    , findInAll(make(screen,
                     {"findInAll", translated("Find in &all files"),
                      keys({Qt::CTRL | Qt::SHIFT | Qt::Key_F})}))
    , goToLine(
          make(screen, {"goToLine", translated("Go to a li&ne"), keys({Qt::CTRL | Qt::Key_G})}))
    , copy(make(screen, {"copyFile", translated("&Copy the file"), {}, u"copy"_s}))
    , viewForm(make(screen, {"viewForm", translated("&Form"), {}, u"edit"_s}))
    , viewBoth(make(screen, {"viewBoth", translated("Form and &preview"), {}, u"columns"_s}))
    , viewPreview(make(screen, {"viewPreview", translated("Pre&view"), {}, u"filecode"_s}))
    , togglePreview(make(screen,
                         {"togglePreview", translated("Show or &hide the preview"),
                          keys({Qt::CTRL | Qt::SHIFT | Qt::Key_B})}))
    , toggleProblems(make(screen,
                          {"toggleProblems", translated("Show or hide the pro&blems"),
                           keys({Qt::CTRL | Qt::Key_J})}))
    , wrap(make(screen, {"wrapLines", translated("&Wrap long lines"), {}, u"rows"_s}))
    , back(make(screen, {"back", translated("&Back"), {}, u"aleft"_s}))
    , goOn(make(screen,
                {"continue", translated("&Continue"),
                 keys({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter})}))
    , previousStep(make(
          screen, {"previousStep", translated("&Previous step"), keys({Qt::ALT | Qt::Key_PageUp})}))
    , nextStep(
          make(screen, {"nextStep", translated("&Next step"), keys({Qt::ALT | Qt::Key_PageDown})}))
    , nextLine(make(screen,
                    {"nextLine", translated("Show the next &line of this field"),
                     keys({Qt::CTRL | Qt::Key_L}), u"down"_s}))
    , previousLine(make(screen,
                        {"previousLine", translated("Show the previous line of &this field"),
                         keys({Qt::CTRL | Qt::SHIFT | Qt::Key_L}), u"up"_s}))
    , nextFile(
          make(screen, {"nextFile", translated("Next f&ile"), keys({Qt::CTRL | Qt::Key_PageDown})}))
    , previousFile(
          make(screen,
               {"previousFile", translated("Previous fil&e"), keys({Qt::CTRL | Qt::Key_PageUp})}))
    , nextProblem(make(screen, {"nextProblem", translated("Next pr&oblem"), keys({Qt::Key_F8})}))
    , previousProblem(make(
          screen,
          {"previousProblem", translated("Previous proble&m"), keys({Qt::SHIFT | Qt::Key_F8})}))
    , fix(make(screen,
               {"fixProblem", translated("Fi&x it"),
                keys({Qt::ALT | Qt::Key_Return, Qt::ALT | Qt::Key_Enter})}))
    , rename(make(screen, {"renameDraft", translated("&Rename this draft"), {}, u"edit"_s}))
    , load(make(screen, {"loadAnswers", translated("&Load answers…"), {}, u"download"_s}))
    , save(make(screen, {"saveAnswers", translated("&Save answers…"), {}, u"export"_s}))
    , discard(make(screen, {"discardDraft", translated("&Discard"), {}, {}}))
    , another(make(screen, {"otherTemplate", translated("Choose another &template"), {}, {}}))
{
    for (int i = 0; i < mostSteps; ++i) {
        QAction *step = make(screen,
                             {"", translated("Step &%1").arg(i + 1),
                              keys({QKeyCombination(Qt::ALT, Qt::Key(Qt::Key_1 + i))})});
        step->setObjectName(u"step%1"_s.arg(i + 1));
        steps += step;
    }
    auto *views = new QActionGroup(screen);
    for (QAction *view : {viewForm, viewBoth, viewPreview}) {
        view->setCheckable(true);
        views->addAction(view);
    }
    viewBoth->setChecked(true);
    wrap->setCheckable(true);
}

QList<std::pair<QString, QList<QAction *>>> CreateActions::menus() const
{
    const QList<QAction *> edit = {undo, redo, reset, find, findInAll, copy};
    const QList<QAction *> view
        = {viewForm, viewBoth, viewPreview, togglePreview, toggleProblems, wrap};
    const QList<QAction *> go = {goToLine,     nextLine,    previousLine,    nextFile,
                                 previousFile, nextProblem, previousProblem, fix};
    const QList<QAction *> service = QList<QAction *>{previousStep, nextStep} + steps
        + QList<QAction *>{goOn, rename, load, save, discard, another};
    return {{translated("&Edit"), edit},
            {translated("&View"), view},
            {translated("&Go"), go},
            {translated("&Service"), service}};
}

} // namespace waymark
