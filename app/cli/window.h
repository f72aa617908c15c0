#pragma once

#include "app/cli/surroundings.h"

namespace waymark::cli {

inline constexpr auto windowProgram = u"waymark-desktop";

/// `waymark` alone: the window takes this process's place, so this returns only where it cannot.
/// What stands in its way is said on stderr, with what can be done without a window.
[[nodiscard]] ExitCode openWindow(const Surroundings &surroundings);

/// The window's program: beside `programFolder`'s own, or in the libexec folder of what is
/// installed; empty where it is not.
[[nodiscard]] QString findWindowProgram(const QString &programFolder);

/// Replaces this process by `program`. Returns only where that fails: why.
[[nodiscard]] QString becomeProgram(const QString &program);

} // namespace waymark::cli
