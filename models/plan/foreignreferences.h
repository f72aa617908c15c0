#pragma once

#include "models/base/problem.h"

#include <QByteArrayList>

namespace waymark {

/// The references in the git folder `gitFolder` other than `known`, in full and sorted: what would
/// be lost with the repository. HEAD is none.
[[nodiscard]] Result<QByteArrayList> foreignReferences(const QString &gitFolder,
                                                       const QByteArrayList &known);

} // namespace waymark
