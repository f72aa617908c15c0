#pragma once

#include "models/plan/plan.h"

namespace waymark {

/// The SHA-256, in hexadecimal, of all that applying `plan` would do: paths, classes, modes and
/// contents of its files, what its commands would run, the kind, branch and commit of its
/// destination, and its commit. Not of where the destination is.
[[nodiscard]] QByteArray planHash(const Plan &plan);

/// The SHA-256, in hexadecimal, of what `commands` would run to the last letter, secrets too. Empty
/// where there are none.
[[nodiscard]] QByteArray exactHash(const QList<TemplateCommand> &commands);

/// The SHA-256 of `content` in hexadecimal.
[[nodiscard]] QByteArray contentHash(const QByteArray &content);

} // namespace waymark
