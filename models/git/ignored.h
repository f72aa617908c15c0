#pragma once

#include <QByteArrayList>
#include <QString>

namespace waymark::git {

/// Those of `paths`, of files below the work tree whose top is `folder`, that git ignores: a
/// `.gitignore` names them, and they are not tracked nevertheless. Empty where that cannot be told.
[[nodiscard]] QByteArrayList ignoredPaths(const QString &folder, const QByteArrayList &paths);

} // namespace waymark::git
