#pragma once

#include "models/base/problem.h"

#include <utility>

namespace waymark {

/// A file descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int number = -1)
        : m_number(number)
    {
    }
    Descriptor(Descriptor &&other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
    }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }
    ~Descriptor();

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    /// Closes it; what was written may turn out lost only then.
    [[nodiscard]] int close();
    /// Its number, which the caller closes.
    [[nodiscard]] int release() { return std::exchange(m_number, -1); }

private:
    int m_number;
};

/// Why the last system call failed, as a problem with the file `path`, from errno. `what` says what
/// was tried.
[[nodiscard]] std::unexpected<Error> systemFailure(const QString &what, const QString &path);

} // namespace waymark
