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
    std::optional<TemplateCommand::Moment> moment; // none: it runs before there are files
};

constexpr const char *beforeQuestions
    = QT_TRANSLATE_NOOP("Cookiecutter", "It would run before anything is asked.");
constexpr const char *beforeFiles
    = QT_TRANSLATE_NOOP("Cookiecutter", "It would run before the files are made.");
constexpr const char *afterFiles = QT_TRANSLATE_NOOP(
    "Cookiecutter", "It would run once the files are made, and may change them.");

/// Whether a file of this name is the hook `hook`.
bool isHook(const QByteArray &file, QByteArrayView hook)
{
    const qsizetype dot = file.lastIndexOf('.');
    return !file.endsWith('~') && (dot <= 0 ? file : file.first(dot)) == hook;
}

QString reasonOf(const Hook &hook, bool isRunnable)
{
    return translated(hook.when) + u' '
        + (isRunnable ? translated("Look at what it does: it runs only if you agree to that.")
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
        command.problem = withoutInterpreter(file);
    return command;
}

} // namespace

bool isRenderedHook(const QByteArray &name)
{
    return isHook(name, "pre_gen_project") || isHook(name, "post_gen_project");
}

QList<std::pair<QByteArray, QByteArray>> hookFiles(const TreePlaces &places,
                                                   const QByteArray &folder, QByteArrayView hook)
{
    QList<std::pair<QByteArray, QByteArray>> files;
    for (const TreePlaces::Entry &entry : places.entries(folder)) {
        const QByteArray path = pathBelow(folder, entry.name);
        const auto place = places.followed(path);
        if (place.file && isHook(entry.name, hook))
            files += {path, place.file->content};
    }
    return files;
}

Problem withoutInterpreter(const QString &file)
{
    return {.code = u"template.hook"_s,
            .message = translated("Nothing says what runs this hook, so Cookiecutter fails here."),
            .file = file,
            .hint = translated("Let its first line be “#!/bin/sh”, or whatever is to run it.")};
}

void addCookiecutterHooks(const CookiecutterSettings &settings, CookiecutterFiles &files,
                          bool hasRunFirst, Rendering &rendering)
{
    using Moment = TemplateCommand::Moment;
    const QByteArray folder = pathBelow(settings.path, "hooks");
    const bool isInside = !settings.path.isEmpty();
    for (const Hook &hook : {Hook{"pre_prompt", beforeQuestions, {}},
                             Hook{"pre_gen_project", beforeFiles, Moment::BeforeFiles},
                             Hook{"post_gen_project", afterFiles, Moment::AfterFiles}}) {
        const bool isFirst = !hook.moment;
        if (isFirst && hasRunFirst && !isInside)
            continue;
        const bool isRunnable = !isFirst || !isInside;
        for (const auto &[path, content] : hookFiles(files.places(), folder, hook.name)) {
            const auto made
                = isFirst ? Result<jinja::Rendered>({content, {}}) : files.script(content, path);
            const QString name = displayed(path);
            const QString reason = reasonOf(hook, isRunnable);
            rendering.undone += UndoneAction{
                .step = QString::fromLatin1(hook.name),
                .action = name,
                .reason = reason,
                .place = {.severity = Severity::Note,
                          .code = u"template.hook-not-run"_s,
                          .message = translated("The hook “%1” is not run. %2").arg(name, reason),
                          .file = files.shown(path)},
                .command = displayed(made ? made->bytes : content),
                .isRunnable = isRunnable};
            if (hook.moment)
                rendering.commands += commandOf(hook, path, made, files);
        }
    }
}

} // namespace waymark
