#pragma once

#include "app/cli/answering.h"

namespace waymark::cli {

/// What was answered, or got a reason, although nothing asks for it with the answers of `form`,
/// which `given` became: errors for options, which were typed for this service, and warnings for
/// the file, which several services may share. In the order of the questions.
[[nodiscard]] QList<Problem> unusedAnswers(const GivenAnswers &given, const Form &form);

} // namespace waymark::cli
