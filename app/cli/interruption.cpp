#include "app/cli/interruption.h"

#include <QByteArray>
#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <csignal>
#include <tuple>

#include <poll.h>
#include <unistd.h>

namespace waymark::cli {
namespace {

std::stop_source *source = nullptr;
const QByteArray *lastWords = nullptr;
volatile std::sig_atomic_t received = 0;

/// A stop source without callbacks only sets a flag, which a signal handler may do.
void onSignal(int number)
{
    if (received != 0) {
        std::ignore = ::write(STDERR_FILENO, lastWords->constData(), size_t(lastWords->size()));
        _exit(128 + number);
    }
    received = number;
    source->request_stop();
}

constexpr std::array stopping = {SIGINT, SIGTERM, SIGHUP};

} // namespace

std::stop_token stopOnInterruption()
{
    static std::stop_source own;
    source = &own;
    static const QByteArray words
        = QCoreApplication::translate(
              "cli",
              "waymark: ended at once. What was being written is put right when waymark looks "
              "there again: run it once more.\n")
              .toUtf8();
    lastWords = &words;
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
    return own.get_token();
}

int interruptedBy()
{
    return static_cast<int>(received);
}

bool waitForInput(int descriptor)
{
    sigset_t held;
    sigset_t before;
    sigemptyset(&held);
    for (const int number : stopping)
        sigaddset(&held, number);
    sigprocmask(SIG_BLOCK, &held, &before); // a signal comes either before this, or inside ppoll()
    int ready = 0;
    while (interruptedBy() == 0 && ready == 0) {
        pollfd input = {.fd = descriptor, .events = POLLIN, .revents = 0};
        ready = ppoll(&input, 1, nullptr, &before);
        if (ready < 0 && errno == EINTR)
            ready = 0;
    }
    sigprocmask(SIG_SETMASK, &before, nullptr);
    return ready > 0;
}

std::optional<char> nextTypedByte()
{
    char byte = 0;
    if (!waitForInput(STDIN_FILENO) || ::read(STDIN_FILENO, &byte, 1) != 1)
        return {};
    return byte;
}

} // namespace waymark::cli
