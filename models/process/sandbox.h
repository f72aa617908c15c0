#pragma once

#include "models/process/program.h"

#include <QList>

namespace waymark {

/// What a program that nobody trusts gets to see: one folder that it may change, the system's
/// programs and libraries to read, and a /tmp of its own, which holds its HOME and is gone with it.
/// No network, no other process, none of the user's files. It can fill neither the disk with one
/// file, nor the memory with its /tmp or one process, nor the system with processes.
struct Sandbox
{
    /// A file or folder, and the absolute path by which the program knows it.
    struct Share
    {
        QString path;
        QString shownAt;
        friend bool operator==(const Share &, const Share &) = default;
    };
    Share writable;
    QList<Share> readable = {};
};

/// `call` by way of bubblewrap's "bwrap", in `sandbox`: its working directory is one that the
/// program knows, and must be given; of the environment it has PATH, LANG and what the call sets.
/// It ends, with all that it started, when this process does.
[[nodiscard]] ProgramCall sandboxed(const ProgramCall &call, const Sandbox &sandbox);

/// Where programs in a sandbox look for others: the folders of this process's PATH that are seen
/// there.
[[nodiscard]] QStringList sandboxPath();
/// Whether the absolute `path` is in one of the system's folders that every sandbox shares.
[[nodiscard]] bool isOfSystem(const QString &path);
/// Whether the file at the absolute `path` is found in a sandbox, by all links on the way to it.
[[nodiscard]] bool isSeenInSandbox(const QString &path);

/// Why nothing can be run in `sandbox` here: "sandbox.missing" where bubblewrap is not installed,
/// "sandbox.refused" where it does not work, with what it printed; or an error of runProgram().
[[nodiscard]] Result<> checkSandbox(const Sandbox &sandbox, const std::stop_token &stop = {});

} // namespace waymark
