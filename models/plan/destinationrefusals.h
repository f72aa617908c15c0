#pragma once

#include "models/base/problem.h"

#include <QByteArrayList>

namespace waymark {

/// Why no new service can go to a destination, each with the way out. They are found by
/// inspectDestination().
namespace refusal {

[[nodiscard]] Problem insideGit(const QString &path); ///< "destination.git"
[[nodiscard]] Problem deadLink(const QString &path); ///< "destination.link"
[[nodiscard]] Problem file(const QString &path); ///< "destination.file"
[[nodiscard]] Problem unwritable(const QString &path, int error); ///< "destination.unwritable"
/// "destination.not-empty"; `names` are what is in it, at least one.
[[nodiscard]] Problem notEmpty(const QString &path, const QByteArrayList &names);
/// "destination.dirty"; `paths` are the tracked files that changed.
[[nodiscard]] Problem dirty(const QString &root, const QByteArrayList &paths);
[[nodiscard]] Problem unborn(const QString &root); ///< "destination.unborn"
/// "destination.ignored"; the repository at `root` would not look at what is made at `path`.
[[nodiscard]] Problem ignored(const QString &path, const QString &root);
/// "destination.name"; `there` differs from the folder `path` in letter case or Unicode form only.
[[nodiscard]] Problem alike(const QByteArray &path, const QByteArray &there);
[[nodiscard]] Problem interrupted(const QString &path); ///< "destination.interrupted"

} // namespace refusal
} // namespace waymark
