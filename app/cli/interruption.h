#pragma once

#include <stop_token>

namespace waymark::cli {

/// A token that is asked to stop by Ctrl+C and by SIGTERM, the first time; the second time the
/// process ends at once, which an apply survives. For the composition root, once.
[[nodiscard]] std::stop_token stopOnInterruption();

/// How a process ends that was stopped: the number of the signal that asked for it, or 0.
[[nodiscard]] int interruptedBy();

} // namespace waymark::cli
