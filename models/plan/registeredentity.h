#pragma once

#include "models/plan/actioninput.h"
#include "models/plan/workspace.h"

namespace waymark {

/// The reference ("component:default/orders") that the portal's catalog would give the entity in
/// the file that the `catalog:register` of `input` names, if the steps before made that file: of
/// several, the first component, else the first. Undefined: there is none.
[[nodiscard]] jinja::TaggedValue registeredEntity(const ActionInput &input, Workspace &workspace);

} // namespace waymark
