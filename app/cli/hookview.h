#pragma once

#include "app/cli/preparation.h"

namespace waymark::cli {

/// Says on stderr what the hooks that ran printed, and what they changed in `plan`: in short, or
/// as a patch where more is to be said.
void printHooks(const HookReport &report, const Plan &plan, Reporter &reporter);

/// The members of the document that “new” prints of `prepared`: its plan, and what hooks did.
[[nodiscard]] Map toJsonMembers(const Preparation &prepared);

} // namespace waymark::cli
