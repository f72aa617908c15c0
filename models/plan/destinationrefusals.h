#pragma once

#include "models/base/problem.h"

#include <QByteArrayList>

namespace waymark {

/// Why no new service can go to a destination, each with the way out. They are found by
/// inspectDestination().
namespace refusal {

inline constexpr qsizetype longestName
    = 255; ///< Of a file or folder, in bytes, on the file systems that git is used on.

[[nodiscard]] Problem insideGit(const QString &path); ///< "destination.git"
[[nodiscard]] Problem deadLink(const QString &path); ///< "destination.link"
[[nodiscard]] Problem file(const QString &path); ///< "destination.file"
/// That nothing can be written to `existing`, which is `path` or the folder that is to hold it
/// ("destination.unwritable").
[[nodiscard]] Problem unwritable(const QString &path, const QString &existing, int error);
/// "destination.not-empty"; `names` are what is in it, at least one.
[[nodiscard]] Problem notEmpty(const QString &path, const QByteArrayList &names);
/// The same of the root of a repository without a commit.
[[nodiscard]] Problem uncommitted(const QString &path, const QByteArrayList &names);
/// "destination.dirty"; `paths` are the tracked files that changed.
[[nodiscard]] Problem dirty(const QString &root, const QByteArrayList &paths);
[[nodiscard]] Problem unborn(const QString &root); ///< "destination.unborn"
/// "destination.ignored"; the repository at `root` would not look at what is made at `path`, which
/// is `prefix` below it.
[[nodiscard]] Problem ignored(const QString &path, const QString &root, const QByteArray &prefix);
/// The command of git that names the rule by which the repository at `root` ignores the file `path`
/// below it.
[[nodiscard]] QString ignoreRuleCommand(const QString &root, const QByteArray &path);
/// "destination.name"; `there` differs from the folder `path` in letter case or Unicode form only.
[[nodiscard]] Problem alike(const QByteArray &path, const QByteArray &there);
/// "destination.name"; `why` no folder is made at `path`, by the rules for paths.
[[nodiscard]] Problem badName(const QString &path, const Problem &why);
/// "destination.name"; a name on the way to `path` has `size` bytes, more than a file system can
/// hold.
[[nodiscard]] Problem longName(const QString &path, qsizetype size);
[[nodiscard]] Problem interrupted(const QString &path); ///< "destination.interrupted"

} // namespace refusal
} // namespace waymark
