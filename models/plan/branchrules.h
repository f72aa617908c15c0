#pragma once

#include "models/base/problem.h"

#include <QByteArrayList>

#include <optional>

namespace waymark {

/// Why no branch `branch` can be made beside those that are there, if so: it is no name of a branch
/// ("write.branch"), or it is there already, or is below one that is there or the other way round
/// ("write.branch-exists").
[[nodiscard]] std::optional<Problem> checkBranch(const QString &branch,
                                                 const QByteArrayList &branches);

/// That no branch is checked out in the repository at `root` ("destination.detached").
[[nodiscard]] Problem detachedHead(const QString &root);

} // namespace waymark
