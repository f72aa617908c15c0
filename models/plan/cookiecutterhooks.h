#pragma once

#include "models/plan/cookiecutterfiles.h"

namespace waymark {

/// The scripts that the template `settings` would have run: before its questions, before its files
/// are made, and after that, each with its text as it would be run.
[[nodiscard]] QList<UndoneAction> cookiecutterHooks(const CookiecutterSettings &settings,
                                                    const CookiecutterFiles &files);

} // namespace waymark
