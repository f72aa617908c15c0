#pragma once

#include <QStringList>

namespace waymark::git {

class Repository;

/// What `repository` calls its remotes, sorted; empty where it has none, or they cannot be read.
/// Starts nothing.
[[nodiscard]] QStringList remoteNames(const Repository &repository);

} // namespace waymark::git
