#include "models/process/sandbox.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Sandbox");
constexpr auto bubblewrap = u"bwrap";
constexpr auto home = u"/tmp/home";
constexpr qint64 gigabyte = qint64{1} << 30;
constexpr qint64 scratchSize = gigabyte; // bytes, which are the machine's memory
constexpr ProgramLimits limits{
    .fileSize = gigabyte, .processes = 16384, .memory = 4 * gigabyte, .addresses = 64 * gigabyte};

/// Of the system, what programs need to start. A system lacks some of them.
QStringList systemFolders()
{
    return {u"/usr"_s, u"/bin"_s, u"/sbin"_s, u"/lib"_s, u"/lib32"_s, u"/lib64"_s, u"/nix/store"_s};
}

/// Of the system's settings, what programs and libraries are found by, and what tells nothing of
/// who uses it.
QStringList systemSettings()
{
    return {u"/etc/alternatives"_s, u"/etc/ld.so.cache"_s, u"/etc/ld.so.conf"_s,
            u"/etc/ld.so.conf.d"_s, u"/etc/localtime"_s,   u"/etc/mime.types"_s,
            u"/etc/nsswitch.conf"_s};
}

/// What /proc tells of the whole system, and lets root read. It has nothing but what is there that
/// something could be put over.
QStringList hiddenFiles()
{
    QStringList files{u"/proc/kmsg"_s, u"/proc/kallsyms"_s, u"/proc/kcore"_s, u"/proc/keys"_s,
                      u"/proc/timer_list"_s};
    files.removeIf([](const QString &file) { return !QFile::exists(file); });
    return files;
}

QStringList shared(const Sandbox &sandbox)
{
    QStringList arguments;
    for (const QString &path : systemFolders() + systemSettings())
        arguments += {u"--ro-bind-try"_s, path, path};
    arguments += {u"--proc"_s,  u"/proc"_s,
                  u"--dev"_s,   u"/dev"_s,
                  u"--size"_s,  QString::number(scratchSize),
                  u"--tmpfs"_s, u"/dev/shm"_s, // for shared memory and named semaphores
                  u"--size"_s,  QString::number(scratchSize),
                  u"--tmpfs"_s, u"/tmp"_s,
                  u"--dir"_s,   QString::fromUtf16(home)};
    for (const QString &file : hiddenFiles())
        arguments += {u"--ro-bind"_s, u"/dev/null"_s, file};
    for (const Sandbox::Share &share : sandbox.readable)
        arguments += {u"--ro-bind"_s, share.path, share.shownAt};
    arguments += {u"--bind"_s, sandbox.writable.path, sandbox.writable.shownAt};
    // What is made on the way to these places stays as it is, and root may not set how the system
    // works, which no namespace keeps apart.
    return arguments + QStringList{u"--remount-ro"_s, u"/dev"_s,         u"--remount-ro"_s,
                                   u"/proc"_s,        u"--remount-ro"_s, u"/"_s};
}

} // namespace

ProgramCall sandboxed(const ProgramCall &call, const Sandbox &sandbox)
{
    ProgramCall wrapped = call;
    wrapped.program = QString::fromUtf16(bubblewrap);
    // Without --new-session a program could type into the terminal.
    wrapped.arguments = QStringList{u"--unshare-all"_s, u"--die-with-parent"_s, u"--new-session"_s,
                                    u"--cap-drop"_s, u"ALL"_s}
        + shared(sandbox)
        + QStringList{u"--setenv"_s,
                      u"HOME"_s,
                      QString::fromUtf16(home),
                      u"--setenv"_s,
                      u"PATH"_s,
                      sandboxPath().join(u':'),
                      u"--chdir"_s,
                      call.workingDirectory,
                      u"--"_s,
                      call.program}
        + call.arguments;
    wrapped.workingDirectory.clear();
    wrapped.usesTerminal = false;
    wrapped.limits = limits;
    wrapped.endsDescendants = false; // they end with the first of their namespace
    // Bubblewrap itself gets no other environment: what it is started with can be read in /proc.
    wrapped.keepsEnvironment = false;
    wrapped.environment.insert(u"PATH"_s, qEnvironmentVariable("PATH", u"/usr/bin:/bin"_s));
    wrapped.environment.insert(u"LANG"_s, qEnvironmentVariable("LANG", u"C.UTF-8"_s));
    for (const auto &[name, value] : call.environment.asKeyValueRange())
        wrapped.environment.insert(name, value);
    return wrapped;
}

QStringList sandboxPath()
{
    QStringList path;
    for (const QString &folder : qEnvironmentVariable("PATH").split(u':', Qt::SkipEmptyParts)) {
        const QString real = QFileInfo(folder).canonicalFilePath();
        if (isOfSystem(folder))
            path += folder;
        else if (!real.isEmpty() && isOfSystem(real)) // by a link that is not there
            path += real;
    }
    return path.isEmpty() ? QStringList{u"/usr/bin"_s, u"/bin"_s} : path;
}

bool isOfSystem(const QString &path)
{
    const QString clean = QDir::cleanPath(path) + u'/';
    return std::ranges::any_of(systemFolders(), [&clean](const QString &folder) {
        return clean.startsWith(folder + u'/');
    });
}

bool isSeenInSandbox(const QString &path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return isOfSystem(path) && !real.isEmpty() && isOfSystem(real);
}

Result<> checkSandbox(const Sandbox &sandbox, const std::stop_token &stop)
{
    const auto tried = runProgram(sandboxed({.program = u"/bin/sh"_s,
                                             .arguments = {u"-c"_s, u":"_s},
                                             .workingDirectory = sandbox.writable.shownAt,
                                             .timeout = std::chrono::minutes(1),
                                             .output = ProgramOutput::Merged},
                                            sandbox),
                                  stop);
    if (!tried && tried.error().problem.code == u"process.not-found")
        return failure({.code = u"sandbox.missing"_s,
                        .message = translated("There is no sandbox here to run anything in: "
                                              "bubblewrap (bwrap) is not installed."),
                        .hint = translated("Install the package “bubblewrap”.")});
    if (!tried)
        return std::unexpected(tried.error());
    if (tried->exitCode == 0)
        return {};
    return failure({.code = u"sandbox.refused"_s,
                    .message = translated("There is no sandbox here to run anything in: this "
                                          "system does not let bubblewrap make one."),
                    .excerpt = displayed(tried->output).trimmed(),
                    .hint = translated("Containers and some systems forbid user namespaces; see "
                                       "whether they can be allowed.")});
}

} // namespace waymark
