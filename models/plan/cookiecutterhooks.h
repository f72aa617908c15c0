#pragma once

#include "models/plan/cookiecutterfiles.h"

namespace waymark {

/// Whether the file `name` among the hooks is one that can be run, and so is rendered.
[[nodiscard]] bool isRunnableHook(const QByteArray &name);

/// Adds to `rendering` the scripts that the template `settings` would have run: before its
/// questions, before its files are made, and after that, each with its text as it would be run. The
/// first could change the questions themselves, and cannot be run.
void addCookiecutterHooks(const CookiecutterSettings &settings, CookiecutterFiles &files,
                          Rendering &rendering);

} // namespace waymark
