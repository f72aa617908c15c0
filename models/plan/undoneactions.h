#pragma once

#include "models/plan/stepcontext.h"

namespace waymark {

/// What to tell of a step whose action is none that makes files.
[[nodiscard]] UndoneAction undoneAction(const TemplateStep &step, const StepContext &context);

/// What a publishing step would give to the steps behind it: `remoteUrl` and `repoContentsUrl`, as
/// far as its input tells; else undefined.
[[nodiscard]] jinja::TaggedValue publishedOutput(const TemplateStep &step,
                                                 const jinja::TaggedValue &input);

} // namespace waymark
