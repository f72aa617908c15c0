#pragma once

#include "app/cli/arguments.h"

namespace waymark::cli {

/// What commands cannot be asked for at once: the one place for it.
[[nodiscard]] QList<Conflict> conflictsOfOutcome(); ///< Of “new” and “plan”.
[[nodiscard]] QList<Conflict> conflictsOfPlan(); ///< Of “plan” alone.
[[nodiscard]] QList<Conflict> conflictsOfSource();
[[nodiscard]] QList<Conflict> conflictsOfDraft();
[[nodiscard]] QList<Conflict> conflictsOfRender();

/// An error, with a way out, where `arguments` have every part of a conflict of `command`.
/// `known` are parts that hold without being given, such as a dialect that follows from the file.
[[nodiscard]] Result<> checkConflicts(const Command &command, const Arguments &arguments,
                                      const QStringList &known = {});

} // namespace waymark::cli
