#pragma once

#include "app/cli/arguments.h"
#include "models/catalog/form.h"

namespace waymark::cli {

/// The command that gives what “new” with `arguments` and the answers in `form` gives, asking
/// nothing: its words are quoted for a shell, and no secret is in it.
[[nodiscard]] QString sameCommand(const Arguments &arguments, const Form &form);

} // namespace waymark::cli
