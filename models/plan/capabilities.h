#pragma once

#include "models/catalog/catalog.h"

namespace waymark {

/// What a template may do, whatever is answered: to be read before anything is filled in. Its own
/// files say it; nothing is rendered for it.
struct Capabilities
{
    /// A hook or a task.
    struct Command
    {
        QString name; ///< "hooks/post_gen_project.py", "task 1"
        QString text; ///< As the template has it.
        bool isRunnable = true; ///< Otherwise it is never run here.
        friend bool operator==(const Command &, const Command &) = default;
    };

    qsizetype questions = 0; ///< That can come up; with other answers fewer do.
    qsizetype files = 0; ///< At most, but for what commands make, and the record.
    bool isRepeating = false; ///< Lists of answers may make more of them.
    QList<Command> commands = {};
    QStringList servers = {}; ///< Actions that publish or speak to a server, each once.
    QStringList hosts = {}; ///< That these name, or let choose; sorted.
    QStringList extensions = {}; ///< Of the template language, that the template asks for.
    QList<Problem> limits = {}; ///< What it asks for and is not done here, at its place.

    friend bool operator==(const Capabilities &, const Capabilities &) = default;
};

[[nodiscard]] Capabilities capabilitiesOf(const LoadedTemplate &loaded);

} // namespace waymark
