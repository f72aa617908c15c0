#include "app/cli/interruption.h"

#include <csignal>
#include <unistd.h>

namespace waymark::cli {
namespace {

std::stop_source *source = nullptr;
volatile std::sig_atomic_t received = 0;

/// A stop source without callbacks only sets a flag, which a signal handler may do.
void onSignal(int number)
{
    if (received != 0)
        _exit(128 + number);
    received = number;
    source->request_stop();
}

} // namespace

std::stop_token stopOnInterruption()
{
    static std::stop_source own;
    source = &own;
    struct sigaction action = {};
    action.sa_handler = onSignal;
    sigemptyset(&action.sa_mask);
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        sigaction(number, &action, nullptr);
    std::signal(SIGPIPE, SIG_DFL);
    return own.get_token();
}

int interruptedBy()
{
    return static_cast<int>(received);
}

} // namespace waymark::cli
