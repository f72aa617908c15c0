#pragma once

#include "models/catalog/copiersettings.h"
#include "models/plan/rendering.h"

namespace waymark {

/// The commands that the template `settings` would have run, with `context` rendered into them, and
/// those for updates; none of them is run. A condition or a command that cannot be rendered is a
/// problem in its place.
[[nodiscard]] QList<UndoneAction> copierTasks(const CopierSettings &settings,
                                              const jinja::Environment &language,
                                              jinja::TaggedValue context,
                                              const jinja::RenderOptions &options,
                                              const SecretMask &mask);

} // namespace waymark
