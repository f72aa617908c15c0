#pragma once

#include "models/base/problem.h"

namespace waymark {

/// An error ("destination.encoding") where links lead to `folder` through a name that is no UTF-8:
/// as text it would be another folder.
[[nodiscard]] Result<> checkEncoding(const QString &folder);

} // namespace waymark
