#pragma once

#include "app/cli/answering.h"

namespace waymark::cli {

/// `NAME=VALUE` of `option` in its two parts, where it is so written.
[[nodiscard]] Result<std::pair<QString, QString>> parted(const QString &option,
                                                         const QString &value);

/// Takes the answers of --secret into `given`: from variables, files and, for one, standard input.
void takeSecrets(const Arguments &arguments, const Surroundings &surroundings, GivenAnswers &given);

} // namespace waymark::cli
