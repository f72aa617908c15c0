#pragma once

#include "app/cli/answering.h"

namespace waymark::cli {

/// `NAME=VALUE` of `option` in its two parts, where it is so written. What else stands behind
/// --secret is in no error: it may be the secret.
[[nodiscard]] Result<std::pair<QString, QString>> parted(const QString &option,
                                                         const QString &value);

/// The first secret in `value`, the answer at `path`; nothing where there is none.
[[nodiscard]] std::optional<AnswerPath> secretIn(const FormSchema &schema, const AnswerPath &path,
                                                 const Value &value);

/// That the secret at `path` cannot be given with --set, and how else.
[[nodiscard]] Problem openSecret(const AnswerPath &path);

/// Takes the answers of --secret into `given`: from variables, files and, for one, standard input.
void takeSecrets(const Arguments &arguments, const Surroundings &surroundings, GivenAnswers &given);

} // namespace waymark::cli
