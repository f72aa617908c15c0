#pragma once

#include <optional>
#include <stop_token>

#include <sys/types.h>

namespace waymark::cli {

/// A token that is asked to stop by Ctrl+C, SIGTERM and SIGHUP, the first time; the second time the
/// process says so and ends at once, which an apply survives. What whoever started it has ignored
/// (nohup) stays ignored. For the composition root, once.
[[nodiscard]] std::stop_token stopOnInterruption();

/// How a process ends that was stopped: the number of the signal that asked for it, or 0.
[[nodiscard]] int interruptedBy();

/// Reads from a descriptor, waiting as long as it takes, until one of these signals comes.
class InterruptibleInput
{
public:
    /// `descriptor` stays open, and its owner's.
    explicit InterruptibleInput(int descriptor);
    ~InterruptibleInput();
    InterruptibleInput(const InterruptibleInput &) = delete;
    InterruptibleInput &operator=(const InterruptibleInput &) = delete;

    /// As read(2) has it, at most `size` bytes; also 0 once a signal came, before the wait or in
    /// it.
    [[nodiscard]] ssize_t read(char *data, size_t size) const;

private:
    int m_descriptor;
    int m_own;
};

/// The next byte of standard input, read so; nothing at its end and where it cannot be read.
[[nodiscard]] std::optional<char> nextTypedByte();

} // namespace waymark::cli
