#pragma once

#include "models/plan/stepcontext.h"

namespace waymark {

/// Adds the links and texts of a template's `output` to `rendering`, with secrets masked. One that
/// cannot be evaluated is a warning: the files are whole without it.
void addOutput(const Template &definition, const StepContext &context, Rendering &rendering);

/// What `link` leads to, for people to read.
[[nodiscard]] QString shownTarget(const OutputLink &link);

} // namespace waymark
