#pragma once

#include "app/cli/surroundings.h"
#include "models/base/problem.h"

#include <QByteArray>

namespace waymark::cli {

/// The file `name`, as an argument gives it: relative to the folder that the command runs in. Of
/// one that is longer than `maximum` bytes, that many and one more; of one that has to be waited
/// for, where a signal came, what there was until then: ask `surroundings.stop`.
[[nodiscard]] Result<QByteArray> contentsOf(const QString &name, const Surroundings &surroundings,
                                            qint64 maximum);

/// Standard input, in the same way.
[[nodiscard]] Result<QByteArray> standardInput(const Surroundings &surroundings, qint64 maximum);

/// Standard input where `name` is "-", else that file.
[[nodiscard]] Result<QByteArray> inputNamed(const QString &name, const Surroundings &surroundings,
                                            qint64 maximum);

} // namespace waymark::cli
