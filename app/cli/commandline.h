#pragma once

#include "app/cli/option.h"
#include "models/base/problem.h"

namespace waymark::cli {

/// The command called `name`; an unknown one is an error that says which was meant.
[[nodiscard]] Result<const Command *> findCommand(const QString &name);

/// Runs the command that `words` name, without the program, and returns the exit code.
[[nodiscard]] ExitCode run(const QStringList &words, const Surroundings &surroundings);

} // namespace waymark::cli
