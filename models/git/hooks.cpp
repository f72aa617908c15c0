#include "models/git/hooks.h"

#include "models/git/configuration.h"
#include "models/git/gitprogram.h"
#include "models/git/repository.h"
#include "models/git/shellwords.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

QString workTreeOf(const Repository &repository, const HookEnvironment &environment)
{
    return environment.workTree.isEmpty() ? repository.workTree() : environment.workTree;
}

Problem note(const QString &code, const QString &message, const QString &file, const QString &hint)
{
    return {.severity = Severity::Warning,
            .code = code,
            .message = message,
            .file = file,
            .hint = hint};
}

/// git's own programs, which it puts first in PATH for its hooks; empty where git is missing.
QString gitPrograms(const Repository &repository)
{
    const auto answer
        = runForGit(repository, {.program = u"git"_s, .arguments = {u"--exec-path"_s}});
    return answer && answer->exitCode == 0 ? QFile::decodeName(answer->output.trimmed())
                                           : QString();
}

QHash<QString, std::optional<QString>> variables(const Repository &repository,
                                                 const HookEnvironment &environment)
{
    const QString workTree = workTreeOf(repository, environment);
    QHash<QString, std::optional<QString>> set;
    set[u"GIT_INDEX_FILE"_s]
        = environment.indexFile.isEmpty() ? repository.indexFile() : environment.indexFile;
    set[u"GIT_EDITOR"_s] = u":"_s;
    set[u"GIT_PREFIX"_s] = QString();
    set[u"GIT_AUTHOR_NAME"_s] = environment.author.name;
    set[u"GIT_AUTHOR_EMAIL"_s] = environment.author.email;
    set[u"GIT_AUTHOR_DATE"_s]
        = u'@' + QString::fromUtf8(environment.author.toIdent()).section(u"> "_s, -1);
    // As git: only where it is not found from the work tree, since it would mislead a hook that
    // looks at another repository.
    if (QDir(workTree).absoluteFilePath(u".git"_s) != repository.gitDir()) {
        set[u"GIT_DIR"_s] = repository.gitDir();
        set[u"GIT_WORK_TREE"_s] = workTree;
    }
    const QString programs = gitPrograms(repository);
    if (!programs.isEmpty())
        set[u"PATH"_s] = programs + QDir::listSeparator() + qEnvironmentVariable("PATH");
    return set;
}

/// Where the user finds `file`: below the work tree's home to be, where it has one.
QString shownPath(const QString &file, const HookEnvironment &environment)
{
    const QString workTree = environment.workTree + u'/';
    if (environment.homeToBe.isEmpty() || !file.startsWith(workTree))
        return file;
    return environment.homeToBe + u'/' + file.sliced(workTree.size());
}

} // namespace

bool isBrought(const Repository &repository, const QString &file,
               const HookEnvironment &environment)
{
    const QFileInfo info(file);
    // The file itself, and a link in its place.
    const QStringList places
        = {info.canonicalFilePath(),
           QDir(QFileInfo(info.path()).canonicalFilePath()).filePath(info.fileName())};
    for (const QString &root : {workTreeOf(repository, environment), repository.workTree()}) {
        const QDir folder(QFileInfo(root).canonicalFilePath());
        const auto isPlanned = [&](const QString &place) {
            return environment.planned.contains(QFile::encodeName(folder.relativeFilePath(place)));
        };
        if (std::ranges::any_of(places, isPlanned))
            return true;
    }
    return false;
}

Result<std::optional<QString>> hookFile(const Repository &repository, const QString &name,
                                        const HookEnvironment &environment)
{
    const auto configuration = Configuration::load(&repository);
    if (!configuration)
        return std::unexpected(configuration.error());
    const QString configured = configuration->path("core.hooksPath");
    const QString folder = configured.isEmpty()
        ? repository.commonDir() + u"/hooks"_s
        : QDir(workTreeOf(repository, environment)).absoluteFilePath(configured);
    const QString file = QDir(folder).filePath(name);
    return QFileInfo(file).isFile() ? std::optional(file) : std::nullopt;
}

Result<HookRun> runHook(const Repository &repository, const QString &name,
                        const QStringList &arguments, const HookEnvironment &environment,
                        const std::stop_token &stop)
{
    const auto file = hookFile(repository, name, environment);
    if (!file)
        return std::unexpected(file.error());
    if (!*file)
        return HookRun();
    const QString shown = shownPath(**file, environment);
    if (isBrought(repository, **file, environment))
        return HookRun{.notes
                       = {note(u"git.hook-from-template"_s,
                               QCoreApplication::translate(
                                   "Git", "The hook %1 was not run: it came with the template.")
                                   .arg(name),
                               shown,
                               QCoreApplication::translate(
                                   "Git", "Read it; git runs it from the next commit on."))}};
    if (!QFileInfo(**file).isExecutable())
        return HookRun{
            .notes = {note(
                u"git.hook-not-executable"_s,
                QCoreApplication::translate("Git", "The hook %1 was not run: it is not executable.")
                    .arg(name),
                shown,
                QCoreApplication::translate("Git", "Make it so with: chmod +x %1")
                    .arg(shellQuoted(shown)))}};
    auto ended = runForGit(repository,
                           {.program = **file,
                            .arguments = arguments,
                            .workingDirectory = workTreeOf(repository, environment),
                            .environment = variables(repository, environment),
                            .output = ProgramOutput::Merged,
                            .usesTerminal = true},
                           stop);
    if (!ended)
        return std::unexpected(ended.error());
    return HookRun{.found = true, .exitCode = ended->exitCode, .output = std::move(ended->output)};
}

} // namespace waymark::git
