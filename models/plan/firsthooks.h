#pragma once

#include "models/plan/change.h"
#include "models/plan/commandrun.h"

namespace waymark {

/// What a Cookiecutter template runs before its questions, on a copy of itself: the scripts as
/// commands and as what has to be agreed to, and as files the template's own. No commands: there is
/// nothing to run, or it has run. Scripts of templates inside of it are not among them.
[[nodiscard]] Rendering firstHooks(const LoadedTemplate &loaded);

/// What of a template to run before its questions, to which somebody has agreed.
struct FirstHooksRequest
{
    const LoadedTemplate &loaded;
    const Rendering &hooks; ///< Of firstHooks(), none of whose commands has a problem.
    bool isSandboxed = true;
    std::chrono::milliseconds timeout = std::chrono::minutes(10); ///< Of all together.
    std::stop_token stop = {};
    std::function<void(const QString &name)> starting = {}; ///< Told of each.
};

/// A template once its first hooks have run.
struct FirstHooksOutcome
{
    LoadedTemplate loaded; ///< Read again from what they left, where that is something else.
    QList<CommandRun> runs;
    bool isChanged = false; ///< Something is not as it was.
    QList<Change> changes = {}; ///< Of its files; see ExecutedRendering.
    std::optional<Problem> left = {}; ///< That the scratch folder could not be removed.
};

/// Runs them as Cookiecutter does, in a copy of the template below `stateFolder`: one that ends
/// with another exit code than 0 ends all ("hooks.failed"). An error too where what they left is no
/// template.
[[nodiscard]] Result<FirstHooksOutcome> runFirstHooks(FileSystem &fileSystem,
                                                      const QString &stateFolder,
                                                      const FirstHooksRequest &request);

} // namespace waymark
