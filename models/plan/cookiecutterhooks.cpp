#include "models/plan/cookiecutterhooks.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/plan/fetchedfolder.h"
#include "models/plan/folder.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Cookiecutter");

/// A kind of hook, by the name of its file.
struct Hook
{
    QByteArray name;
    const char *when;
    std::optional<TemplateCommand::Moment> moment; // none: it is never run here
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

QString reasonOf(const Hook &hook)
{
    return translated(hook.when) + u' '
        + (hook.moment ? translated("Look at what it does: it runs only if you agree to that.")
                       : translated("Waymark does not run it; look at what it does."));
}

/// As Cookiecutter starts it: with Python, or by its first line.
TemplateCommand commandOf(const Hook &hook, const QByteArray &path,
                          const Result<jinja::Rendered> &made, const CookiecutterFiles &files)
{
    TemplateCommand command{.name = displayed(path),
                            .moment = *hook.moment,
                            .templatePath = path,
                            .scriptName = nameOf(path)};
    const QString file = files.shown(path);
    if (!made)
        command.problem = made.error().problem;
    else
        command.script = made->bytes;
    const bool isPython = path.endsWith(".py");
    if (isPython)
        command.words = {u"python3"_s};
    else if (made && !made->bytes.startsWith("#!"))
        command.problem = Problem{
            .code = u"template.hook"_s,
            .message = translated("Nothing says what runs this hook, so Cookiecutter fails here."),
            .file = file,
            .hint = translated("Let its first line be “#!/bin/sh”, or whatever is to run it.")};
    return command;
}

} // namespace

bool isRunnableHook(const QByteArray &name)
{
    return isHook(name, "pre_gen_project") || isHook(name, "post_gen_project");
}

void addCookiecutterHooks(const CookiecutterSettings &settings, CookiecutterFiles &files,
                          Rendering &rendering)
{
    using Moment = TemplateCommand::Moment;
    const QByteArray folder = pathBelow(settings.path, "hooks");
    for (const Hook &hook : {Hook{"pre_prompt", beforeQuestions, {}},
                             Hook{"pre_gen_project", beforeFiles, Moment::BeforeFiles},
                             Hook{"post_gen_project", afterFiles, Moment::AfterFiles}}) {
        for (const TreePlaces::Entry &entry : files.places().entries(folder)) {
            const QByteArray path = pathBelow(folder, entry.name);
            const auto place = files.places().followed(path);
            if (!place.file || !isHook(entry.name, hook.name))
                continue;
            const auto made = hook.moment ? files.script(place.file->content, path)
                                          : Result<jinja::Rendered>({place.file->content, {}});
            const QString name = displayed(path);
            const QString reason = reasonOf(hook);
            rendering.undone += UndoneAction{
                .step = QString::fromLatin1(hook.name),
                .action = name,
                .reason = reason,
                .place = {.severity = Severity::Note,
                          .code = u"template.hook-not-run"_s,
                          .message = translated("The hook “%1” is not run. %2").arg(name, reason),
                          .file = files.shown(path)},
                .command = displayed(made ? made->bytes : place.file->content),
                .isRunnable = hook.moment.has_value()};
            if (hook.moment)
                rendering.commands += commandOf(hook, path, made, files);
        }
    }
}

} // namespace waymark
