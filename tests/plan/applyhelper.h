#pragma once

#include <QByteArrayList>
#include <QString>

#include <array>
#include <cerrno>
#include <chrono>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ; // NOLINT(readability-redundant-declaration): not everywhere in a header

namespace waymark::testing {

/// A process of its own that applies the small service to a destination of a bench: for tests that
/// end it in the middle. It is spawned, never forked: nothing of the test runs in it.
class ApplyHelper
{
public:
    /// What applyhelper.cpp says of its arguments.
    explicit ApplyHelper(const QByteArrayList &arguments)
    {
        std::array<int, 2> ends = {-1, -1};
        if (pipe2(ends.data(), O_CLOEXEC) != 0)
            qFatal("no pipe");
        m_signal = ends[0];
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        QByteArrayList words = QByteArrayList{WAYMARK_APPLY_HELPER} + arguments;
        std::vector<char *> pointers;
        for (QByteArray &word : words)
            pointers.push_back(word.data());
        pointers.push_back(nullptr);
        const int error
            = posix_spawn(&m_process, pointers[0], &actions, nullptr, pointers.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        ::close(ends[1]);
        if (error != 0)
            qFatal("%s: %s", pointers[0], qPrintable(qt_error_string(error)));
        m_handle = static_cast<int>(syscall(SYS_pidfd_open, m_process, 0));
    }
    ~ApplyHelper()
    {
        kill();
        ::close(m_signal);
        ::close(m_handle);
    }
    Q_DISABLE_COPY_MOVE(ApplyHelper)

    /// Until it begins to apply. False: it ended before.
    [[nodiscard]] bool hasBegun() const
    {
        char byte = 0;
        ssize_t count = -1;
        do
            count = ::read(m_signal, &byte, 1);
        while (count < 0 && errno == EINTR);
        return count == 1;
    }

    /// At most so long, or until it has ended.
    void wait(std::chrono::nanoseconds time) const
    {
        pollfd ended = {.fd = m_handle, .events = POLLIN, .revents = 0};
        const timespec limit
            = {.tv_sec = time.count() / 1'000'000'000, .tv_nsec = time.count() % 1'000'000'000};
        ppoll(&ended, 1, &limit, nullptr);
    }

    void kill()
    {
        if (m_process > 0)
            ::kill(m_process, SIGKILL);
        std::ignore = exitCode();
    }

    /// Waits for its end; -1 where a signal ended it.
    int exitCode()
    {
        if (m_process > 0)
            waitpid(m_process, &m_status, 0);
        m_process = 0;
        return WIFEXITED(m_status) ? WEXITSTATUS(m_status) : -1;
    }

private:
    pid_t m_process = 0;
    int m_handle = -1; ///< A descriptor of the process.
    int m_signal = -1; ///< Where it says that it begins.
    int m_status = 0;
};

} // namespace waymark::testing
