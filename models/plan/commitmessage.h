#pragma once

#include "models/plan/plan.h"

namespace waymark {

/// What the service is called: the answer to the template's name, else the destination's name.
[[nodiscard]] QString serviceName(const Plan &plan, const FormSchema &schema);

/// The message of a plan's commit where none is given: what was made of what, and why it departs
/// from the golden path.
[[nodiscard]] QString commitMessage(const Plan &plan, const QString &serviceName);

/// The branch for a service in somebody's repository: "add-" and its name, as far as a branch can
/// be called so, else that of its folder at `path`.
[[nodiscard]] QString branchFor(const QString &serviceName, const QString &path);

} // namespace waymark
