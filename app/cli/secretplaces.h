#pragma once

#include "app/cli/surroundings.h"
#include "models/base/problem.h"

namespace waymark::cli {

/// The text of the secret `name` at `place`: env:VAR, file:PATH, or - for standard input, where it
/// is asked for on a terminal. A file that cannot be read fails with "cli.unreadable", all else
/// with "cli.secret"; the text is in no error.
[[nodiscard]] Result<QString> secretText(const QString &name, const QString &place,
                                         const Surroundings &surroundings);

} // namespace waymark::cli
