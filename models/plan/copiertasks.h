#pragma once

#include "models/catalog/copiersettings.h"
#include "models/plan/rendering.h"

namespace waymark {

/// What `task` runs, as the template has it: with its folder, and the condition that it has.
[[nodiscard]] QString copierTaskText(const CopierTask &task);

/// Adds to `rendering` the commands that the template `settings` would have run, with `context`
/// rendered into them, and those for updates, which are only shown. A condition or a command that
/// cannot be rendered is shown as it is written.
void addCopierTasks(const CopierSettings &settings, const jinja::Environment &language,
                    jinja::TaggedValue context, const jinja::RenderOptions &options,
                    const SecretMask &mask, Rendering &rendering);

} // namespace waymark
