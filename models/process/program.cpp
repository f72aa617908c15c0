#include "models/process/program.h"

#include "models/process/processgroup.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <fcntl.h>
#include <poll.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int slice = 20; // milliseconds between two looks at the stop token
constexpr int grace = 2000; // milliseconds between asking to end and killing
/// Of a shell that starts a program: it stands still once that has ended, until it is told to go
/// on. Whatever has lost its parent by then is a child of the shell: see adoptOrphans().
constexpr auto keeper = u"\"$@\"; code=$?; kill -STOP $$; exit $code";

/// Runs between fork and exec, where little is allowed. They are closed by exec, not here: QProcess
/// learns by one of them that exec failed.
void keepDescriptorsFromProgram()
{
#ifdef CLOSE_RANGE_CLOEXEC
    if (::close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC) == 0)
        return;
#endif
    const auto end = static_cast<int>(std::clamp(::sysconf(_SC_OPEN_MAX), 1024L, 65536L));
    for (int descriptor = STDERR_FILENO + 1; descriptor < end; ++descriptor)
        ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
}

/// Lowers a limit of this process and all that it starts. Runs between fork and exec, too.
void lower(decltype(RLIMIT_FSIZE) resource, qint64 most)
{
    rlimit limit = {};
    if (::getrlimit(resource, &limit) != 0)
        return;
    limit.rlim_max = std::min(limit.rlim_max, rlim_t(most));
    limit.rlim_cur = std::min(limit.rlim_cur, limit.rlim_max);
    ::setrlimit(resource, &limit);
}

void lower(const ProgramLimits &limits)
{
    lower(RLIMIT_FSIZE, limits.fileSize);
    lower(RLIMIT_NPROC, limits.processes);
    if (limits.memory)
        lower(RLIMIT_DATA, *limits.memory);
    if (limits.addresses)
        lower(RLIMIT_AS, *limits.addresses);
}

/// What this process starts, and what that starts in turn, becomes its child where it loses its
/// parent. Runs between fork and exec, too, and holds behind exec.
void adoptOrphans()
{
#ifdef Q_OS_LINUX
    ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
#endif
}

/// Whether it can be seen what is a child of what.
bool showsProcesses()
{
#ifdef Q_OS_LINUX
    return QFile::exists(u"/proc/self/stat"_s);
#else
    return false;
#endif
}

/// Whether `file` is a script that names no interpreter: execvp() gives such a one to /bin/sh, and
/// so does git with a hook.
bool needsInterpreter(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray start = file.read(512);
    return !start.isEmpty() && !start.startsWith("#!") && !start.contains('\0');
}

/// One run of a program. QProcess is driven by its waiting functions: no event loop is needed.
class ProgramRun
{
    Q_DECLARE_TR_FUNCTIONS(Process)

public:
    ProgramRun(const ProgramCall &call, const std::stop_token &stop)
        : m_call(call)
        , m_stop(stop)
    {
    }

    Result<ProgramResult> run();

private:
    Result<QString> findProgram() const;
    void prepare();
    Result<> feedAndRead();
    bool readOutput();
    void end();
    void endDescendants();
    static void endFollowers(qint64 leader);
    Result<ProgramResult> finished();
    std::unexpected<Error> failed(const QString &code, const QString &message,
                                  const QString &hint = {}) const;

    const ProgramCall &m_call;
    const std::stop_token &m_stop;
    QProcess m_process;
    QProcessEnvironment m_environment;
    ProgramResult m_result;
    bool m_hasKeeper = false;
};

std::unexpected<Error> ProgramRun::failed(const QString &code, const QString &message,
                                          const QString &hint) const
{
    return failure({.code = code, .message = message, .hint = hint});
}

Result<ProgramResult> ProgramRun::run()
{
    prepare();
    const Result<QString> program = findProgram();
    if (!program)
        return std::unexpected(program.error());
    if (!m_call.workingDirectory.isEmpty() && !QDir(m_call.workingDirectory).exists())
        return failed(u"process.no-directory"_s,
                      tr("“%1” could not be started: there is no folder “%2”.")
                          .arg(m_call.program, m_call.workingDirectory));
    QStringList words = QStringList{*program} + m_call.arguments;
    if (needsInterpreter(*program))
        words.prepend(u"/bin/sh"_s);
    if (m_hasKeeper)
        words = QStringList{u"/bin/sh"_s, u"-c"_s, QString::fromUtf16(keeper), u"sh"_s} + words;
    m_process.start(words.first(), words.sliced(1));
    if (!m_process.waitForStarted(-1))
        return failed(u"process.not-started"_s,
                      tr("“%1” could not be started: %2.")
                          .arg(m_call.program, m_process.errorString().section(u": "_s, -1)));
    const qint64 leader = m_process.processId();
    const Result<> done = feedAndRead();
    if (!done) {
        end();
        return std::unexpected(done.error());
    }
    if (m_call.endsDescendants && !m_call.usesTerminal)
        endFollowers(leader);
    return finished();
}

/// By the PATH that the program will see.
Result<QString> ProgramRun::findProgram() const
{
    const QStringList path
        = m_environment.value(u"PATH"_s).split(QDir::listSeparator(), Qt::SkipEmptyParts);
    const QString folder
        = m_call.workingDirectory.isEmpty() ? QDir::currentPath() : m_call.workingDirectory;
    const QFileInfo file(QDir(folder).absoluteFilePath(m_call.program));
    QString found;
    if (!m_call.program.contains(u'/'))
        found = QStandardPaths::findExecutable(m_call.program, path);
    else if (file.isFile() && file.isExecutable())
        found = file.filePath();
    if (found.isEmpty())
        return failed(u"process.not-found"_s,
                      tr("The program “%1” was not found.").arg(m_call.program),
                      tr("Install it, or add its folder to PATH."));
    return found;
}

void ProgramRun::prepare()
{
    m_environment = m_call.keepsEnvironment ? QProcessEnvironment::systemEnvironment()
                                            : QProcessEnvironment();
    for (const auto &[name, value] : m_call.environment.asKeyValueRange()) {
        if (value)
            m_environment.insert(name, *value);
        else
            m_environment.remove(name);
    }
    m_process.setProcessEnvironment(m_environment);
    m_process.setWorkingDirectory(m_call.workingDirectory);
    const bool passesOutput = m_call.output == ProgramOutput::StandardError;
    if (passesOutput)
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    if (m_call.input.isEmpty())
        m_process.setStandardInputFile(QProcess::nullDevice());
    const bool mergesOutput = m_call.output == ProgramOutput::Merged;
    const bool leadsGroup = !m_call.usesTerminal;
    m_hasKeeper = m_call.endsDescendants && leadsGroup && showsProcesses();
    // With vfork: the child of a plain fork waits for a word of its parent before exec, for ever
    // and with all its files locked, where the parent is killed in that moment.
    m_process.setUnixProcessParameters(QProcess::UnixProcessFlag::UseVFork);
    m_process.setChildProcessModifier(
        [passesOutput, mergesOutput, leadsGroup, adopts = m_hasKeeper, limits = m_call.limits] {
            keepDescriptorsFromProgram();
            if (limits)
                lower(*limits);
            if (adopts)
                adoptOrphans();
            if (leadsGroup)
                ::setpgid(0, 0);
            if (passesOutput)
                ::dup2(STDERR_FILENO, STDOUT_FILENO);
            if (mergesOutput)
                ::dup2(STDOUT_FILENO, STDERR_FILENO);
        });
}

/// Until the program ends by itself.
Result<> ProgramRun::feedAndRead()
{
    const QDeadlineTimer deadline = m_call.timeout ? QDeadlineTimer(*m_call.timeout)
                                                   : QDeadlineTimer(QDeadlineTimer::Forever);
    if (!m_call.input.isEmpty())
        m_process.write(m_call.input);
    m_process.closeWriteChannel();
    while (m_process.state() != QProcess::NotRunning) {
        m_process.waitForReadyRead(slice);
        if (m_hasKeeper && ProcessGroup(m_process.processId(), true).isStopped())
            endDescendants();
        if (!readOutput())
            return failed(u"process.output-limit"_s,
                          tr("“%1” printed too much and was stopped.").arg(m_call.program));
        if (m_stop.stop_requested())
            return failed(u"process.cancelled"_s, tr("“%1” was stopped.").arg(m_call.program));
        if (deadline.hasExpired())
            return failed(u"process.timeout"_s,
                          tr("“%1” took too long and was stopped.").arg(m_call.program));
    }
    if (!readOutput())
        return failed(u"process.output-limit"_s,
                      tr("“%1” printed too much and was stopped.").arg(m_call.program));
    return {};
}

bool ProgramRun::readOutput()
{
    m_result.output += m_process.readAllStandardOutput();
    m_result.errorOutput += m_process.readAllStandardError();
    return m_result.output.size() <= m_call.outputLimit
        && m_result.errorOutput.size() <= m_call.outputLimit;
}

/// The program and what it started.
void ProgramRun::end()
{
    const qint64 id = m_process.processId();
    if (id == 0)
        return;
    ProcessGroup group(id, !m_call.usesTerminal);
    group.terminate();
    const QDeadlineTimer deadline(grace);
    while (!group.isEmpty() && !deadline.hasExpired()) {
        if (m_process.state() == QProcess::NotRunning)
            ::poll(nullptr, 0, slice);
        else
            m_process.waitForFinished(slice);
        m_process.readAllStandardOutput(); // keeps its pipes from filling up
        m_process.readAllStandardError();
    }
    group.kill();
    m_process.waitForFinished(-1);
}

/// What a program left that has ended: those whose keeper stands still. That goes on.
void ProgramRun::endDescendants()
{
    const qint64 id = m_process.processId();
    const ProcessGroup group(id, true);
    const QDeadlineTimer deadline(grace);
    while (group.killDescendants() && !deadline.hasExpired())
        ::poll(nullptr, 0, 1);
    ::kill(static_cast<pid_t>(id), SIGCONT);
}

void ProgramRun::endFollowers(qint64 leader)
{
    const ProcessGroup group(leader, true);
    group.killFollowers();
    const QDeadlineTimer deadline(grace);
    while (!group.isEmpty() && !deadline.hasExpired())
        ::poll(nullptr, 0, slice);
}

Result<ProgramResult> ProgramRun::finished()
{
    m_result.exitCode = m_process.exitCode();
    if (m_process.exitStatus() == QProcess::NormalExit)
        return std::move(m_result);
    if (m_call.usesTerminal && m_result.exitCode == SIGINT)
        return failed(u"process.cancelled"_s, tr("“%1” was stopped.").arg(m_call.program));
    return failed(
        u"process.crashed"_s,
        tr("“%1” was ended by signal %2.").arg(m_call.program, QString::number(m_result.exitCode)));
}

} // namespace

Result<ProgramResult> runProgram(const ProgramCall &call, const std::stop_token &stop)
{
    return ProgramRun(call, stop).run();
}

} // namespace waymark
