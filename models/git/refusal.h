#pragma once

#include "models/base/problem.h"

#include <QByteArray>
#include <QList>

namespace waymark::git {

class Repository;

/// Why nothing may be written into `repository`, each with its reason and the command to go on;
/// empty when nothing stands in the way. Codes: "git.bare", "git.operation", "git.sparse",
/// "git.split-index", "git.index-locked", "git.index" (unreadable), "git.conflicts"; of `paths`,
/// which count from the root of the work tree: "git.submodule" (it is, holds or lies in one),
/// "git.hidden" (its changes are hidden from git status). Starts nothing and writes nothing.
[[nodiscard]] QList<Problem> refusals(const Repository &repository, const QList<QByteArray> &paths);

} // namespace waymark::git
