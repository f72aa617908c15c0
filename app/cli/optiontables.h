#pragma once

#include "app/cli/option.h"

namespace waymark::cli {

/// --json, of every command that has a document.
[[nodiscard]] Option jsonOption();
/// How the questions of a template are answered.
[[nodiscard]] QList<Option> answerOptions();
/// What becomes of the files that are planned.
[[nodiscard]] QList<Option> outcomeOptions();
/// What “new” has beside these, and “plan”.
[[nodiscard]] QList<Option> newOptions();
[[nodiscard]] QList<Option> planOptions();
[[nodiscard]] QList<Option> sourceOptions();
[[nodiscard]] QList<Option> renderOptions();

} // namespace waymark::cli
