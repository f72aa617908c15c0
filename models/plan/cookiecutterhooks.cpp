#include "models/plan/cookiecutterhooks.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/plan/fetchedfolder.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Cookiecutter");

struct Hook
{
    QByteArray name;
    const char *when;
    bool isRendered;
};

constexpr const char *beforeQuestions
    = QT_TRANSLATE_NOOP("Cookiecutter", "It would run before anything is asked.");
constexpr const char *beforeFiles
    = QT_TRANSLATE_NOOP("Cookiecutter", "It would run before the files are made.");
constexpr const char *afterFiles = QT_TRANSLATE_NOOP(
    "Cookiecutter", "It would run once the files are made, and may change them.");

/// Whether a file of this name is the hook `hook`.
bool isHook(const QByteArray &file, const QByteArray &hook)
{
    const qsizetype dot = file.lastIndexOf('.');
    return !file.endsWith('~') && (dot <= 0 ? file : file.first(dot)) == hook;
}

/// The script as it would be run; as it is written, where it cannot be rendered.
QString textOf(const TemplateFile &file, const QByteArray &path, bool isRendered,
               const CookiecutterFiles &files)
{
    if (!isRendered)
        return displayed(file.content);
    const auto made = files.script(file.content, path);
    return displayed(made ? made->bytes : file.content);
}

} // namespace

QList<UndoneAction> cookiecutterHooks(const CookiecutterSettings &settings,
                                      const CookiecutterFiles &files)
{
    QList<UndoneAction> undone;
    const QByteArray folder = pathBelow(settings.path, "hooks");
    for (const Hook &hook :
         {Hook{"pre_prompt", beforeQuestions, false}, Hook{"pre_gen_project", beforeFiles, true},
          Hook{"post_gen_project", afterFiles, true}}) {
        for (const TreePlaces::Entry &entry : files.places().entries(folder)) {
            const QByteArray path = pathBelow(folder, entry.name);
            const auto place = files.places().followed(path);
            if (!place.file || !isHook(entry.name, hook.name))
                continue;
            const QString name = displayed(path);
            const QString reason = translated(hook.when) + u' '
                + translated("Waymark does not run it; look at what it does.");
            undone += {.step = QString::fromLatin1(hook.name),
                       .action = name,
                       .reason = reason,
                       .place
                       = {.severity = Severity::Note,
                          .code = u"template.hook-not-run"_s,
                          .message = translated("The hook “%1” is not run. %2").arg(name, reason),
                          .file = files.shown(path)},
                       .command = textOf(*place.file, path, hook.isRendered, files)};
        }
    }
    return undone;
}

} // namespace waymark
