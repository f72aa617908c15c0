#pragma once

#include "models/base/problem.h"

#include <QByteArrayList>

#include <optional>

namespace waymark {

/// Why no file can be written to `path` below a destination, if so. A path is allowed when every
/// system that git runs on can hold it, as the same path: relative, '/' between its names, UTF-8,
/// no
/// "..", no name that any of them takes for ".git" (letter case, 8.3 names, blanks and dots at the
/// end, streams, ignorable characters), no device name of Windows, no character that it forbids, no
/// name over 255 bytes, no path over 4096 or 100 folders deep. Codes: "path.empty",
/// "path.absolute", "path.parent", "path.git", "path.device", "path.character", "path.end",
/// "path.encoding", "path.long".
[[nodiscard]] std::optional<Problem> checkPath(const QByteArray &path);

/// Why no symbolic link at `path` can point to `target`, if so ("path.link"): targets that a system
/// cannot hold or that lead out of the destination, by themselves or through other links, and links
/// in place of the files that git reads itself (.gitmodules, .gitattributes, .gitignore, .mailmap).
[[nodiscard]] std::optional<Problem> checkLink(const QByteArray &path, const QByteArray &target);

/// The problems that `paths` have among each other: the same path twice ("path.twice"), two that
/// differ in letter case or Unicode form only ("path.collision"), a file that is also the folder of
/// another ("path.file-and-folder"). `folders` are empty folders that are made too.
[[nodiscard]] QList<Problem> checkPaths(const QByteArrayList &paths,
                                        const QByteArrayList &folders = {});

/// `path` as the least exact system compares it: equal for two paths that are one somewhere.
[[nodiscard]] QString comparedPath(const QByteArray &path);

} // namespace waymark
