#pragma once

#include "models/catalog/template.h"
#include "models/plan/secretmask.h"

namespace waymark {

/// The answers of `form` that nothing may keep: to secret questions, those made of such an answer
/// (a default that names it), and those that hold the text of one. First the secret questions, then
/// the others in their order.
[[nodiscard]] QStringList secretAnswers(const Form &form, const SecretMask &mask);

/// How the answers of `form` depart from the golden path; values that come from a secret answer, or
/// hold the text of one, are asterisks.
[[nodiscard]] QList<AnswerDeviation> deviationsWithoutSecrets(const Template &definition,
                                                              const Form &form,
                                                              const SecretMask &mask);

} // namespace waymark
