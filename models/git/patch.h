#pragma once

#include "models/base/filemode.h"
#include "models/base/problem.h"

#include <QByteArray>

#include <optional>

namespace waymark::git {

/// One file on one side of a patch; of a link, `content` is what it points to.
struct PatchSide
{
    FileMode mode = FileMode::Regular;
    QByteArray content = {};
};

/// What `git apply` makes `after` of `before` with, at `path` (from the root of the work tree, with
/// '/'): the text of `git diff --binary`, with binary contents in full. Nothing on a side: the file
/// is not there. Empty where both are the same.
[[nodiscard]] Result<QByteArray> patch(const QByteArray &path,
                                       const std::optional<PatchSide> &before,
                                       const std::optional<PatchSide> &after);

} // namespace waymark::git
