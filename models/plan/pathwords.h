#pragma once

#include "models/base/problem.h"

#include <QByteArray>

namespace waymark {

/// `path` for messages, with what cannot be seen written out.
[[nodiscard]] QString visiblePath(const QByteArray &path);

/// An error about `path`.
[[nodiscard]] Problem pathProblem(QLatin1StringView code, const QByteArray &path,
                                  const QString &message, const QString &hint = {});

/// `name` as HFS+ and NTFS compare it: without what they do not look at, in one case and form.
[[nodiscard]] QString foldedName(const QString &name);

} // namespace waymark
