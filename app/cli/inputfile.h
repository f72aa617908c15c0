#pragma once

#include "app/cli/surroundings.h"
#include "models/base/problem.h"

#include <QByteArray>

#include <optional>

namespace waymark::cli {

/// The file `name`, as an argument gives it: relative to the folder that the command runs in. Of
/// one that is longer than `maximum` bytes, if that is given, that many and one more.
[[nodiscard]] Result<QByteArray> contentsOf(const QString &name, const Surroundings &surroundings,
                                            std::optional<qint64> maximum = {});

} // namespace waymark::cli
