#pragma once

#include "models/plan/actioninput.h"
#include "models/plan/workspace.h"

namespace waymark {

/// What to tell of a step whose action is not done here, with its input resolved.
[[nodiscard]] UndoneAction undoneAction(const ActionInput &input);

/// What such a step would give to the steps behind it, as far as its input and the files tell: the
/// addresses of what is published or registered; else undefined.
[[nodiscard]] jinja::TaggedValue expectedOutput(const ActionInput &input, Workspace &workspace);

} // namespace waymark
