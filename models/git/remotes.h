#pragma once

#include <QStringList>

namespace waymark::git {

/// What the repository that `folder` lies in calls its remotes, sorted; empty where it has none,
/// or cannot be read. Starts nothing.
[[nodiscard]] QStringList remoteNames(const QString &folder);

} // namespace waymark::git
