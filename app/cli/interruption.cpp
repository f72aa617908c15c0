#include "app/cli/interruption.h"

#include <QByteArray>
#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <tuple>

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace waymark::cli {
namespace {

std::stop_source *source = nullptr;
const QByteArray *lastWords = nullptr;
volatile std::sig_atomic_t received = 0;
int wakeup = -1; ///< An eventfd that can be read once a signal came.

/// A stop source without callbacks only sets a flag, which a signal handler may do.
void onSignal(int number)
{
    if (received != 0) {
        std::ignore = ::write(STDERR_FILENO, lastWords->constData(), size_t(lastWords->size()));
        _exit(128 + number);
    }
    received = number;
    source->request_stop();
    const int error = errno; // of what is interrupted here
    const std::uint64_t once = 1;
    std::ignore = ::write(wakeup, &once, sizeof once);
    errno = error;
}

constexpr std::array stopping = {SIGINT, SIGTERM, SIGHUP};

/// A terminal forgets what was typed when Ctrl+C comes, also between the moment it is said to be
/// there and the read, which would wait again. So it is opened a second time, not to be waited for
/// in a read; the one it came with is shared with the shell. -1 where that is not needed or not
/// allowed.
int openedAgain(int descriptor)
{
    if (isatty(descriptor) == 0)
        return -1;
    const QByteArray path = "/proc/self/fd/" + QByteArray::number(descriptor);
    return ::open(path.constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
}

/// False once a signal came, and where it cannot be waited for.
bool waitForInput(int descriptor)
{
    std::array<pollfd, 2> waited = {
        pollfd{.fd = descriptor, .events = POLLIN, .revents = 0},
        pollfd{.fd = wakeup, .events = POLLIN, .revents = 0},
    };
    int ready = 0;
    do
        ready = poll(waited.data(), waited.size(), -1);
    while (ready < 0 && errno == EINTR);
    return ready > 0 && interruptedBy() == 0;
}

} // namespace

std::stop_token stopOnInterruption()
{
    // Neither is ever destroyed, for a signal may come until the very end of the process.
    static auto *const own = new std::stop_source;
    static const auto *const words = new QByteArray(
        QCoreApplication::translate(
            "cli",
            "waymark: ended at once. What was being written is put right when waymark looks "
            "there again: run it once more.\n")
            .toUtf8());
    source = own;
    lastWords = words;
    if (wakeup < 0)
        wakeup = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    struct sigaction action = {};
    action.sa_handler = onSignal;
    sigemptyset(&action.sa_mask);
    for (const int number : stopping) {
        struct sigaction before = {};
        sigaction(number, nullptr, &before);
        if (before.sa_handler != SIG_IGN)
            sigaction(number, &action, nullptr);
    }
    std::signal(SIGPIPE, SIG_DFL);
    return source->get_token();
}

int interruptedBy()
{
    return static_cast<int>(received);
}

InterruptibleInput::InterruptibleInput(int descriptor)
    : m_descriptor(descriptor)
    , m_own(openedAgain(descriptor))
{
}

InterruptibleInput::~InterruptibleInput()
{
    if (m_own >= 0)
        ::close(m_own);
}

ssize_t InterruptibleInput::read(char *data, size_t size) const
{
    const int descriptor = m_own >= 0 ? m_own : m_descriptor;
    while (waitForInput(descriptor)) {
        const ssize_t count = ::read(descriptor, data, size);
        if (count >= 0 || (errno != EAGAIN && errno != EINTR))
            return count;
    }
    return 0;
}

std::optional<char> nextTypedByte()
{
    static const InterruptibleInput typed(STDIN_FILENO);
    char byte = 0;
    if (typed.read(&byte, 1) != 1)
        return {};
    return byte;
}

} // namespace waymark::cli
