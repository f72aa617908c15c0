#pragma once

#include "models/base/problem.h"

#include <QString>

namespace waymark {

/// The folder around `folder` (absolute, a template's) that it belongs to with what stands beside
/// it: the checkout that it is in, else the outermost folder with a YAML file of `kind: Location`
/// by which Backstage finds it. `folder` itself where there is neither, and never the user's home
/// or what is around that.
[[nodiscard]] QString sourceRoot(const QString &folder);

} // namespace waymark
