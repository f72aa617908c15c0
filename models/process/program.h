#pragma once

#include "models/base/problem.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <chrono>
#include <optional>
#include <stop_token>

namespace waymark {

/// Where what a program prints goes.
enum class ProgramOutput : quint8 {
    Captured, ///< Into the result.
    Merged, ///< Output and errors alike into the result's output, in the order in which they came.
    StandardError, ///< Output and errors alike to this process's standard error, as git's hooks.
};

/// How much of the system a program may take, and each that it starts; less where this process may
/// take less.
struct ProgramLimits
{
    qint64 fileSize; ///< Bytes of each file that it writes.
    qint64 processes; ///< Of its user, all together: root has no such limit.
    std::optional<qint64> memory = {}; ///< Bytes of its own that it can write to.
    std::optional<qint64> addresses = {}; ///< Bytes, used or not: languages set much aside.
};

/// How a program is started: directly, no shell reads its arguments, with no descriptor but the
/// first three. A script without a line "#!" is run by /bin/sh, as POSIX's execvp does.
struct ProgramCall
{
    /// A name that is looked for in PATH, or a path: absolute, or from the working directory on.
    QString program;
    QStringList arguments = {};
    QString workingDirectory = {}; ///< Empty: this process's.
    /// Changes to this process's environment: a value, or none for what is removed.
    QHash<QString, std::optional<QString>> environment = {};
    bool keepsEnvironment = true; ///< Otherwise it sees what `environment` has, and nothing else.
    QByteArray input = {}; ///< All that it can read; where it is empty, reading ends at once.
    std::optional<std::chrono::milliseconds> timeout = {}; ///< None: it may wait for the user.
    ProgramOutput output = ProgramOutput::Captured;
    qsizetype outputLimit = qsizetype(64) << 20; ///< Bytes that are captured, of each of the two.
    std::optional<ProgramLimits> limits = {};
    /// What it started and left running is killed once it has ended: on Linux also what left its
    /// group and session. A shell starts it then, which gives 127 for what cannot be started.
    bool endsDescendants = false;
    /// It may ask at the terminal (a passphrase): it stays in the terminal's foreground group,
    /// where Ctrl+C reaches it too. Otherwise it has a process group of its own.
    bool usesTerminal = false;
};

struct ProgramResult
{
    int exitCode = 0;
    QByteArray output;
    QByteArray errorOutput;
};

/// Runs a program to its end. An exit code, whichever, is a result; that there is none is an error:
/// "process.not-found", "process.not-started", "process.no-directory", "process.crashed",
/// "process.timeout", "process.cancelled", "process.output-limit". After the last three the program
/// has ended, and so have those that it started: they were asked to, and killed two seconds later.
[[nodiscard]] Result<ProgramResult> runProgram(const ProgramCall &call,
                                               const std::stop_token &stop = {});

} // namespace waymark
