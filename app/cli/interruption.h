#pragma once

#include <optional>
#include <stop_token>

namespace waymark::cli {

/// A token that is asked to stop by Ctrl+C, SIGTERM and SIGHUP, the first time; the second time the
/// process ends at once, which an apply survives. What whoever started it has ignored (nohup) stays
/// ignored. For the composition root, once.
[[nodiscard]] std::stop_token stopOnInterruption();

/// How a process ends that was stopped: the number of the signal that asked for it, or 0.
[[nodiscard]] int interruptedBy();

/// The next byte of standard input, waited for; nothing at its end, where it cannot be read, and
/// once one of these signals came, be it in the moment before the wait.
[[nodiscard]] std::optional<char> nextTypedByte();

} // namespace waymark::cli
