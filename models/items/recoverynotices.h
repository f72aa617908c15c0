#pragma once

#include "models/plan/writer.h"

namespace waymark {

/// What the user is told where `recovery` put the destination `folder` right: empty where there was
/// nothing to do.
[[nodiscard]] QList<Problem> noticesOf(const Recovery &recovery, const QString &folder);

} // namespace waymark
