#pragma once

#include "models/base/problem.h"
#include "models/git/identity.h"

#include <QList>
#include <QSet>
#include <QString>

#include <stop_token>

namespace waymark::git {

class Repository;

/// What hooks see of the world.
struct HookEnvironment
{
    QString indexFile = {}; ///< Absolute; empty: the repository's own.
    QString workTree = {}; ///< Absolute, where they start; empty: the repository's own.
    /// Paths from the root of the work tree that the commit brings. A hook that is one of them came
    /// with a template, not from the user, and is not run.
    QSet<QByteArray> planned = {};
    QString homeToBe = {}; ///< Absolute: where the work tree moves to, once all is there.
    Person author = {}; ///< Handed on as GIT_AUTHOR_NAME, GIT_AUTHOR_EMAIL and GIT_AUTHOR_DATE.
};

struct HookRun
{
    bool found = false; ///< There is a hook of that name, and it was started.
    int exitCode = 0;
    QByteArray output = {}; ///< What it printed, both streams, as it came.
    QList<Problem> notes
        = {}; ///< Why one that is there was not run: not executable, or brought by a template.
};

/// Whether `file` is one of the paths that the commit brings, in the work tree or where it will be:
/// it came with a template.
[[nodiscard]] bool isBrought(const Repository &repository, const QString &file,
                             const HookEnvironment &environment);

/// The file that git would run as hook `name`, if there is one, whether executable or not: in
/// core.hooksPath, which counts from the root of the work tree, else in the git folder's "hooks".
/// Starts nothing.
[[nodiscard]] Result<std::optional<QString>> hookFile(const Repository &repository,
                                                      const QString &name,
                                                      const HookEnvironment &environment);

/// Runs hook `name` as git does: from the root of the work tree, with GIT_INDEX_FILE,
/// GIT_EDITOR=":", GIT_PREFIX, the author, git's programs first in PATH, and GIT_DIR and
/// GIT_WORK_TREE where git could not find them by itself. A non-zero exit code is the caller's to
/// judge; one that could not be started, or was ended by a signal or by `stop`, is an error with
/// the code of runProgram().
[[nodiscard]] Result<HookRun> runHook(const Repository &repository, const QString &name,
                                      const QStringList &arguments,
                                      const HookEnvironment &environment,
                                      const std::stop_token &stop = {});

} // namespace waymark::git
