#include "models/plan/commandrun.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/git/shellwords.h"
#include "models/plan/commandprograms.h"
#include "models/plan/commandstage.h"
#include "models/plan/treeplaces.h"
#include "models/process/program.h"
#include "models/process/sandbox.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using Moment = TemplateCommand::Moment;

constexpr TextContext translated("Commands");
constexpr qsizetype mostOutput = qsizetype{4} << 20; // bytes
constexpr qsizetype mostShown = 4000; // bytes of it, where something failed
constexpr auto scripts = u"scripts";
constexpr auto shownScripts = u"/tmp/scripts";
constexpr auto accounts = u"passwd";

bool isInside(const QString &path, const QString &folder)
{
    return path == folder || path.startsWith(folder + u'/');
}

/// Whether the sandbox itself has something at `path`.
bool isTaken(const QString &path)
{
    static const QStringList systems = {u"usr"_s,   u"bin"_s,  u"sbin"_s, u"lib"_s, u"lib32"_s,
                                        u"lib64"_s, u"proc"_s, u"dev"_s,  u"etc"_s, u"nix"_s};
    return systems.contains(path.section(u'/', 1, 1)) || path == u"/tmp"
        || isInside(path, u"/tmp/home"_s) || isInside(path, QString::fromUtf16(shownScripts));
}

/// Whether `command` is a line for the shell that holds a secret: what a program is started with
/// can be read by everyone on the machine.
bool isHiddenLine(const TemplateCommand &command)
{
    return command.dependsOnSecret && command.words.size() == 3
        && command.words.first() == u"/bin/sh" && command.words.at(1) == u"-c";
}

/// The name of a file for such a line.
QByteArray lineFile(const TemplateCommand &command)
{
    return command.name.toUtf8().replace('/', '-');
}

/// The end of what a program printed, from the start of a line on.
QString endOf(const QByteArray &output)
{
    if (output.size() <= mostShown)
        return displayed(output).trimmed();
    const QByteArray end = output.last(mostShown);
    return u"…\n"_s + displayed(end.sliced(end.indexOf('\n') + 1)).trimmed();
}

/// Whether a program that `command` needs was not found, as a shell, env or bwrap says so.
bool lacksProgram(const ProgramResult &result)
{
    constexpr int notFound = 127;
    return result.exitCode == notFound || result.output.startsWith("bwrap: execvp ");
}

QString wayOutOf(const TemplateCommand &command, const ProgramResult &result, bool isSandboxed)
{
    if (lacksProgram(result))
        return translated("A program that it needs is not here: install it, or leave it out: "
                          "without --run-hooks it does not run.");
    if (command.moment == Moment::BeforeFiles)
        return translated("Give the answers that it wants, or leave it out: without --run-hooks "
                          "it does not run.");
    return isSandboxed
        ? translated("It sees the service and no network. If it needs more, create the service "
                     "without --run-hooks, and run it there yourself.")
        : translated("If the mistake is not yours, create the service without --run-hooks, and do "
                     "there yourself what it is for.");
}

Problem leftBehind(const Problem &reason)
{
    return {.severity = Severity::Warning,
            .code = u"hooks.left-behind"_s,
            .message = translated("The folder in which the hooks ran could not be removed: %1")
                           .arg(reason.message),
            .file = reason.file,
            .hint = translated("Remove it: it holds what they made, secrets too.")};
}

/// Runs the commands of one request.
class CommandRunner
{
public:
    CommandRunner(const CommandRequest &request, const CommandStage &stage)
        : m_request(request)
        , m_stage(stage)
        , m_deadline(request.timeout)
    {
    }

    Result<CommandOutcome> run()
    {
        if (const auto ready = prepare(); !ready)
            return std::unexpected(ready.error());
        if (const auto done = runAll(Moment::BeforeFiles); !done)
            return std::unexpected(done.error());
        if (const auto written = m_stage.putFiles(staged()); !written)
            return std::unexpected(written.error());
        if (const auto done = runAll(Moment::AfterFiles); !done)
            return std::unexpected(done.error());
        auto tree = m_stage.contents();
        if (!tree)
            return failure({.code = u"hooks.result"_s,
                            .message = translated("What the hooks left cannot be used: %1")
                                           .arg(tree.error().problem.message)});
        auto gitFolders = m_stage.gitFolders(*tree);
        if (!gitFolders)
            return std::unexpected(gitFolders.error());
        return CommandOutcome{.tree = *std::move(tree),
                              .gitFolders = *std::move(gitFolders),
                              .runs = std::move(m_runs),
                              .folder = m_stage.service()};
    }

private:
    /// What the service will be before they run.
    [[nodiscard]] Rendering staged() const
    {
        Rendering rendering = m_request.rendering;
        for (RenderedFile &file : rendering.files) {
            const auto kept = std::ranges::find(m_request.kept, file.path, &RenderedFile::path);
            if (kept != m_request.kept.end())
                file = *kept;
        }
        return rendering;
    }

    Result<> prepare()
    {
        m_sandbox.writable = {m_stage.service(), shownService()};
        if (const auto written = putScripts(); !written)
            return written;
        if (!m_request.isSandboxed)
            return checkPrograms(false);
        if (const auto written = putTemplate(); !written)
            return written;
        const QByteArray account = "user:x:" + QByteArray::number(::getuid()) + ':'
            + QByteArray::number(::getgid()) + "::/tmp/home:/bin/sh\n";
        const QString name = QString::fromUtf16(accounts);
        if (const auto written = m_stage.putBeside(name.toUtf8(), FileMode::Regular, account);
            !written)
            return written;
        m_sandbox.readable += {m_stage.beside(name), u"/etc/passwd"_s};
        const auto works = checkSandbox(m_sandbox, m_request.stop);
        return works ? checkPrograms(true) : works;
    }

    [[nodiscard]] Result<> checkPrograms(bool isSandboxed) const
    {
        for (const TemplateCommand &command : m_request.rendering.commands) {
            if (const auto there = checkProgram(command, isSandboxed); !there)
                return there;
        }
        return {};
    }

    /// Where commands find the service: no place for it can be made in what they may only read.
    [[nodiscard]] QString shownService() const
    {
        const QString &destination = m_request.destination;
        if (!m_request.isSandboxed)
            return m_stage.service();
        return isTaken(destination) || isInside(destination, templateFolder())
            ? u"/mnt/"_s + QFileInfo(m_stage.service()).fileName()
            : destination;
    }

    [[nodiscard]] QString templateFolder() const
    {
        return QFileInfo(m_request.loaded.entry.definition.file).absolutePath();
    }

    Result<> putScripts()
    {
        const QString folder = QString::fromUtf16(scripts);
        bool areThere = false;
        for (const TemplateCommand &command : m_request.rendering.commands) {
            const bool isLine = isHiddenLine(command);
            if (command.scriptName.isEmpty() && !isLine)
                continue;
            areThere = true;
            const auto written = m_stage.putBeside(
                folder.toUtf8() + '/' + (isLine ? lineFile(command) : command.scriptName),
                isLine ? FileMode::Regular : FileMode::Executable,
                isLine ? command.words.constLast().toUtf8() : command.script);
            if (!written)
                return written;
        }
        if (areThere)
            m_sandbox.readable += {m_stage.beside(folder), QString::fromUtf16(shownScripts)};
        return {};
    }

    /// As it was read, and so as it was agreed to.
    Result<> putTemplate()
    {
        const QString folder = templateFolder();
        const auto speaksOfIt = [&folder](const TemplateCommand &command) {
            return command.script.contains(folder.toUtf8())
                || command.words.join(u' ').contains(folder);
        };
        if (isTaken(folder) || std::ranges::none_of(m_request.rendering.commands, speaksOfIt))
            return {};
        for (const TemplateFile &file : m_request.loaded.tree.files()) {
            if (file.path.startsWith("../"))
                continue;
            const auto written
                = m_stage.putBeside("template/" + file.path, file.mode, file.content);
            if (!written)
                return written;
        }
        m_sandbox.readable += {m_stage.beside(u"template"_s), folder};
        return {};
    }

    Result<> runAll(Moment moment)
    {
        for (const TemplateCommand &command : m_request.rendering.commands) {
            if (command.moment != moment)
                continue;
            if (const auto same = checkScript(command); !same)
                return same;
            if (m_request.starting)
                m_request.starting(command.name);
            if (const auto done = runOne(command); !done)
                return done;
        }
        return {};
    }

    /// That a script which stands among the files is still what was agreed to: those before it may
    /// write there.
    [[nodiscard]] Result<> checkScript(const TemplateCommand &command) const
    {
        if (command.ownFile.isEmpty() || m_runs.isEmpty())
            return {};
        const auto tree = m_stage.contents();
        if (!tree)
            return std::unexpected(tree.error());
        const TreePlaces::Place place = TreePlaces(*tree).followed(command.ownFile);
        if (place.file && place.file->content == command.script)
            return {};
        return failure(
            {.code = u"hooks.script-changed"_s,
             .message = translated("“%1” is not what was agreed to any more: a hook before it "
                                   "changed or removed it. It was not run, and nothing is made.")
                            .arg(command.name),
             .hint = translated("Tell whoever keeps the template. Without --run-hooks none of its "
                                "hooks runs.")});
    }

    Result<> runOne(const TemplateCommand &command)
    {
        const ProgramCall call = callOf(command);
        if (const auto fine = checkFolder(command, call.workingDirectory); !fine)
            return fine;
        const auto result
            = runProgram(m_request.isSandboxed ? sandboxed(call, m_sandbox) : call, m_request.stop);
        if (!result) {
            Problem problem = result.error().problem;
            if (problem.code != u"process.cancelled")
                problem.message = translated("“%1” was not done, so nothing is made: %2")
                                      .arg(command.name, problem.message);
            return failure(problem);
        }
        if (result->exitCode != 0)
            return failure(
                {.code = u"hooks.failed"_s,
                 .message = translated("“%1” ended with exit code %2, so nothing is made.")
                                .arg(command.name)
                                .arg(result->exitCode),
                 .excerpt = endOf(result->output),
                 .hint = wayOutOf(command, *result, m_request.isSandboxed)});
        m_runs += {command.name, result->output};
        return {};
    }

    [[nodiscard]] ProgramCall callOf(const TemplateCommand &command) const
    {
        QStringList words = command.words;
        const QString folder = (m_request.isSandboxed ? QString::fromUtf16(shownScripts)
                                                      : m_stage.beside(QString::fromUtf16(scripts)))
            + u'/';
        if (!command.scriptName.isEmpty())
            words += folder + QFile::decodeName(command.scriptName);
        else if (!command.ownFile.isEmpty())
            words += m_sandbox.writable.shownAt + u'/' + QFile::decodeName(command.ownFile);
        else if (isHiddenLine(command)) // read by the same shell, which keeps its $0
            words.last()
                = u". "_s + git::shellQuoted(folder + QFile::decodeName(lineFile(command)));
        ProgramCall call{
            .program = words.value(0),
            .arguments = words.sliced(std::min<qsizetype>(1, words.size())),
            .workingDirectory = QDir::cleanPath(
                QDir(m_sandbox.writable.shownAt).absoluteFilePath(command.workingDirectory)),
            .timeout = std::chrono::milliseconds(m_deadline.remainingTime()),
            .output = ProgramOutput::Merged,
            .outputLimit = mostOutput,
            .endsDescendants = true};
        for (const auto &[name, value] : command.environment.asKeyValueRange())
            call.environment.insert(name, value);
        return call;
    }

    /// That the folder which a command is to run in is there, before a sandbox says so in its
    /// words.
    [[nodiscard]] Result<> checkFolder(const TemplateCommand &command, const QString &folder) const
    {
        const Sandbox::Share &service = m_sandbox.writable;
        const bool isBelow = isInside(folder, service.shownAt);
        const QString real
            = isBelow ? service.path + folder.sliced(service.shownAt.size()) : folder;
        if (QFileInfo(real).isDir() && (isBelow || !m_request.isSandboxed))
            return {};
        return failure({.code = u"hooks.no-folder"_s,
                        .message = isBelow || !m_request.isSandboxed
                            ? translated("“%1” is to run in “%2”, and there is no such folder.")
                                  .arg(command.name, command.workingDirectory)
                            : translated("“%1” is to run in “%2”, outside of the service.")
                                  .arg(command.name, command.workingDirectory),
                        .hint = translated("Its working directory has to be a folder that the "
                                           "template makes.")});
    }

    const CommandRequest &m_request;
    const CommandStage &m_stage;
    const QDeadlineTimer m_deadline;
    Sandbox m_sandbox;
    QList<CommandRun> m_runs;
};

} // namespace

Result<CommandOutcome> runCommands(FileSystem &fileSystem, const QString &stateFolder,
                                   const CommandRequest &request)
{
    auto stage = CommandStage::make(fileSystem, stateFolder, request.destination);
    if (!stage)
        return std::unexpected(stage.error());
    auto outcome = CommandRunner(request, *stage).run();
    const auto removed = stage->remove();
    if (removed)
        return outcome;
    const Problem left = leftBehind(removed.error().problem);
    if (outcome)
        outcome->left = left;
    else
        outcome.error().problem.hint
            = (outcome.error().problem.hint + u' ' + left.message).trimmed();
    return outcome;
}

} // namespace waymark
