#pragma once

#include "app/cli/preparation.h"

namespace waymark::cli {

/// How what hooks changed is shown: the names of files, or how each was changed too, which is done
/// in full where more is to be said.
enum class HookDetail : quint8 { Names, Patches };

/// Says on stderr which hooks ran, and what they printed.
void printRuns(const QList<HookReport::Run> &runs, Reporter &reporter);

/// The same of all that ran, and what they changed in `plan`.
void printHooks(const HookReport &report, const Plan &plan, HookDetail detail, Reporter &reporter);

/// The members of the document that “new” prints of `prepared`: its plan, and what hooks did.
[[nodiscard]] Map toJsonMembers(const Preparation &prepared);

} // namespace waymark::cli
