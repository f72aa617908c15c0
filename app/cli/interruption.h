#pragma once

#include <optional>
#include <stop_token>

namespace waymark::cli {

/// A token that is asked to stop by Ctrl+C, SIGTERM and SIGHUP, the first time; the second time the
/// process says so and ends at once, which an apply survives. What whoever started it has ignored
/// (nohup) stays ignored. For the composition root, once.
[[nodiscard]] std::stop_token stopOnInterruption();

/// How a process ends that was stopped: the number of the signal that asked for it, or 0.
[[nodiscard]] int interruptedBy();

/// Waits until there is something to read from `descriptor`, be it its end. False once one of these
/// signals came, also in the moment before the wait, and where it cannot be waited for.
[[nodiscard]] bool waitForInput(int descriptor);

/// The next byte of standard input, waited for so; nothing at its end and where it cannot be read.
[[nodiscard]] std::optional<char> nextTypedByte();

} // namespace waymark::cli
