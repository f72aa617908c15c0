#pragma once

#include "models/plan/actioninput.h"
#include "models/plan/rendering.h"
#include "models/plan/workspace.h"

namespace waymark {

/// Adds the commands and links by which a person does what the step, which speaks to a server,
/// would do, where there are some. Secrets are masked.
void addChores(const ActionInput &input, UndoneAction &action);

/// What a `catalog:register` would give to the steps behind it, as far as its input and the files
/// tell: its `catalogInfoUrl` and `entityRef`; of other steps undefined.
[[nodiscard]] jinja::TaggedValue registeredOutput(const ActionInput &input, Workspace &workspace);

} // namespace waymark
