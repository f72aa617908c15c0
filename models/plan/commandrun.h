#pragma once

#include "models/catalog/catalog.h"
#include "models/plan/rendering.h"

#include <chrono>
#include <functional>

namespace waymark {

class FileSystem;

/// What to run of a template, to which somebody has agreed.
struct CommandRequest
{
    const LoadedTemplate &loaded;
    const Rendering &rendering; ///< With its commands, none of which has a problem.
    QString destination = {}; ///< Of the service, absolute; nothing is written there.
    QList<RenderedFile> kept = {}; ///< That stay as they are: commands find them, not its own.
    bool isSandboxed = true; ///< Otherwise they run as the user, and may do whatever the user may.
    std::chrono::milliseconds timeout = std::chrono::minutes(10); ///< Of all together.
    std::stop_token stop = {};
    std::function<void(const QString &name)> starting = {}; ///< Told of each command.
};

/// One command that has run.
struct CommandRun
{
    QString name;
    QByteArray output; ///< What it printed, errors too; it may hold secrets.
    friend bool operator==(const CommandRun &, const CommandRun &) = default;
};

/// What commands made of a template's files.
struct CommandOutcome
{
    TemplateTree tree; ///< See CommandStage::contents().
    QByteArrayList gitFolders; ///< Repositories that they made, which are no part of it.
    QList<CommandRun> runs;
    QString folder = {}; ///< Which the service had, and where the tree's problems are.
    std::optional<Problem> left = {}; ///< That the scratch folder could not be removed.
};

/// Runs the commands of a template as its own tool does, on the files that it makes, in a scratch
/// folder below `stateFolder`: those that come before the files in an empty folder. In the sandbox
/// that folder has the place of the destination, and the template's folder can be read in its own
/// where a command speaks of it. The first that ends with another exit code than 0 ends all
/// ("hooks.failed"), as does one that cannot be started, takes too long, or prints too much.
[[nodiscard]] Result<CommandOutcome> runCommands(FileSystem &fileSystem, const QString &stateFolder,
                                                 const CommandRequest &request);

} // namespace waymark
