#pragma once

#include "app/cli/arguments.h"
#include "models/catalog/form.h"

namespace waymark::cli {

/// The command that gives what “new” with `arguments` and the answers in `form` gives, asking
/// nothing: its words are quoted for a shell, and no secret is in it. `golden`: the paths of what
/// is to be golden in place of what is there; `leftOut`: options that it has not.
[[nodiscard]] QString sameCommand(const Arguments &arguments, const Form &form,
                                  const QStringList &golden, const QStringList &leftOut = {});

/// The same for the plan that `pins` hold: its hash, time and seed as options. The places that the
/// given secrets came from are in it.
[[nodiscard]] QString applyCommand(const Arguments &arguments, const Form &form,
                                   const QStringList &golden, const QStringList &pins);

/// The same with the answers that `form` has so far: it asks for the rest.
[[nodiscard]] QString begunCommand(const Arguments &arguments, const Form &form);

} // namespace waymark::cli
