#pragma once

#include <QtClassHelperMacros>

namespace waymark::git {

/// Lets the rest of this folder use libgit2, with the user's and the system's configuration where
/// git itself looks for them (GIT_CONFIG_GLOBAL and GIT_CONFIG_NOSYSTEM count too). Make one in
/// main() and one per test executable, before anything else of this folder is used. libgit2 reads
/// every certificate of the system when it starts (6 ms), so it starts at the first use, in
/// whatever thread that is.
class Library
{
public:
    Library() = default;
    ~Library();
    Q_DISABLE_COPY_MOVE(Library)

    /// What opens a repository or a configuration calls this first.
    static void start();
};

/// While one lives, whatever is written below a git folder is synced to the disk before the call
/// that wrote it returns. It costs about 4 ms an object on a disk, so have one only around an
/// apply.
class Durable
{
public:
    Durable();
    ~Durable();
    Q_DISABLE_COPY_MOVE(Durable)
};

} // namespace waymark::git
