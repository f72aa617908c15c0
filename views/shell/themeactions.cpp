#include "views/shell/themeactions.h"

#include "models/base/textcontext.h"
#include "views/theme/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

#include <functional>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("ThemeActions");

/// One of several choices that exclude each other.
struct Choice
{
    QString name;
    QString text;
    std::function<bool()> isChosen;
    std::function<void()> choose;
};

void addChoices(QMenu *menu, const QString &title, const QList<Choice> &choices, Theme &theme)
{
    QMenu *const part = menu->addMenu(title);
    auto *group = new QActionGroup(part);
    for (const Choice &choice : choices) {
        QAction *action = part->addAction(choice.text);
        action->setObjectName(choice.name);
        action->setCheckable(true);
        action->setChecked(choice.isChosen());
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, part, choice.choose);
        QObject::connect(&theme, &Theme::changed, action,
                         [action, choice] { action->setChecked(choice.isChosen()); });
    }
}

} // namespace

void addThemeMenus(QMenu *menu, Theme &theme)
{
    const auto colours = [&theme](const QString &name, const char *text, SchemeChoice choice) {
        return Choice{name, translated(text),
                      [&theme, choice] { return theme.schemeChoice() == choice; },
                      [&theme, choice] { theme.setSchemeChoice(choice); }};
    };
    const auto motion = [&theme](const QString &name, const char *text, MotionChoice choice) {
        return Choice{name, translated(text),
                      [&theme, choice] { return theme.motionChoice() == choice; },
                      [&theme, choice] { theme.setMotionChoice(choice); }};
    };
    addChoices(menu, translated("&Theme"),
               {colours(u"themeSystem"_s, QT_TRANSLATE_NOOP("ThemeActions", "Theme of the &system"),
                        SchemeChoice::System),
                colours(u"themeLight"_s, QT_TRANSLATE_NOOP("ThemeActions", "&Light theme"),
                        SchemeChoice::Light),
                colours(u"themeDark"_s, QT_TRANSLATE_NOOP("ThemeActions", "&Dark theme"),
                        SchemeChoice::Dark)},
               theme);
    addChoices(
        menu, translated("&Motion"),
        {motion(u"motionSystem"_s, QT_TRANSLATE_NOOP("ThemeActions", "Motion of the &system"),
                MotionChoice::System),
         motion(u"motionFull"_s, QT_TRANSLATE_NOOP("ThemeActions", "&Full motion"),
                MotionChoice::Full),
         motion(u"motionReduced"_s, QT_TRANSLATE_NOOP("ThemeActions", "&Reduced motion"),
                MotionChoice::Reduced)},
        theme);
}

} // namespace waymark
