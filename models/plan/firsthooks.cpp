#include "models/plan/firsthooks.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/catalog/cookiecuttersettings.h"
#include "models/plan/cookiecutterhooks.h"
#include "models/plan/executedrendering.h"
#include "models/plan/treeplaces.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Cookiecutter");

TemplateCommand commandOf(const QByteArray &path, const QByteArray &content, const QString &file)
{
    TemplateCommand command{
        .name = displayed(path), .templatePath = path, .script = content, .ownFile = path};
    if (path.endsWith(".py"))
        command.words = {u"python3"_s};
    else if (!content.startsWith("#!"))
        command.problem = withoutInterpreter(file);
    return command;
}

/// All of the template's files. Those that are run can be, also where a link leads to one.
QList<RenderedFile> filesOf(const TemplateTree &tree, const QList<TemplateCommand> &commands)
{
    const TreePlaces places(tree);
    QList<RenderedFile> files;
    for (const TemplateFile &file : tree.files()) {
        if (!file.path.startsWith("../"))
            files += RenderedFile{.path = file.path, .mode = file.mode, .content = file.content};
    }
    for (const TemplateCommand &command : commands) {
        const QByteArray path = places.followed(command.ownFile).path;
        const auto found = std::ranges::find(files, path, &RenderedFile::path);
        if (found != files.end() && found->mode == FileMode::Regular)
            found->mode = FileMode::Executable;
    }
    return files;
}

/// `loaded`, of which the hooks left `tree`.
Result<LoadedTemplate> readAgain(const LoadedTemplate &loaded, TemplateTree tree)
{
    auto again = loadAgain(loaded.entry, std::move(tree));
    if (again)
        return again;
    Problem problem = again.error().problem;
    problem.code = u"hooks.template"_s;
    problem.message
        = translated("The hooks left no template: %1").arg(again.error().problem.message);
    return failure(problem);
}

} // namespace

Rendering firstHooks(const LoadedTemplate &loaded)
{
    Rendering hooks;
    const Template &definition = loaded.entry.definition;
    if (!definition.cookiecutter || loaded.hasRunFirstHooks || !loaded.tree.problems().isEmpty())
        return hooks;
    const TreePlaces places(loaded.tree);
    const QString folder = QFileInfo(definition.file).path();
    for (const auto &[path, content] : hookFiles(places, "hooks", "pre_prompt")) {
        hooks.commands += commandOf(path, content, folder + u'/' + displayed(path));
        hooks.undone += UndoneAction{.step = u"pre_prompt"_s,
                                     .action = displayed(path),
                                     .command = displayed(content),
                                     .isRunnable = true};
    }
    if (hooks.commands.isEmpty())
        return hooks;
    hooks.files = filesOf(loaded.tree, hooks.commands);
    hooks.folders = loaded.tree.emptyFolders();
    return hooks;
}

Result<FirstHooksOutcome> runFirstHooks(FileSystem &fileSystem, const QString &stateFolder,
                                        const FirstHooksRequest &request)
{
    const LoadedTemplate &loaded = request.loaded;
    auto outcome
        = runCommands(fileSystem, stateFolder,
                      {.loaded = loaded,
                       .rendering = request.hooks,
                       .destination = QFileInfo(loaded.entry.definition.file).absolutePath(),
                       .isSandboxed = request.isSandboxed,
                       .timeout = request.timeout,
                       .stop = request.stop,
                       .starting = request.starting});
    if (!outcome)
        return std::unexpected(outcome.error());
    ExecutedRendering executed = executedRendering(request.hooks, *outcome, {});
    const bool isChanged
        = !executed.changes.isEmpty() || executed.rendering.folders != request.hooks.folders;
    auto again = isChanged ? readAgain(loaded, std::move(outcome->tree)) : loaded;
    if (!again)
        return std::unexpected(again.error());
    again->hasRunFirstHooks = true;
    return FirstHooksOutcome{.loaded = *std::move(again),
                             .runs = std::move(outcome->runs),
                             .isChanged = isChanged,
                             .changes = std::move(executed.changes),
                             .left = std::move(outcome->left)};
}

} // namespace waymark
