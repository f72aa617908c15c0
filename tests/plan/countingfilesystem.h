#pragma once

#include "models/plan/filesystem.h"

#include <cerrno>
#include <functional>

#include <sys/wait.h>
#include <unistd.h>

namespace waymark::testing {

/// Counts what is changed, and lets the n-th call fail, or end the process, before it is made.
/// Nothing is synced: the tests end processes, not machines.
class CountingFileSystem : public FileSystem
{
public:
    enum class Fault : quint8 { None, Once, FromThereOn, Exit };

    void plan(Fault fault, int call, int error = EIO)
    {
        m_fault = fault;
        m_call = call;
        m_error = error;
        m_count = 0;
        m_hasRoom = false;
    }
    [[nodiscard]] Fault fault() const { return m_fault; }
    [[nodiscard]] int count() const { return m_count; }
    /// Is told of git's own steps, before and after each.
    std::function<void(const QByteArray &step)> onStep;

    int makeFolder(int folder, const char *name) override
    {
        return fails(true) ? -1 : FileSystem::makeFolder(folder, name);
    }
    int createFile(int folder, const char *name, mode_t mode) override
    {
        return fails(true) ? -1 : FileSystem::createFile(folder, name, mode);
    }
    ssize_t write(int file, const char *bytes, size_t count) override
    {
        return fails(true) ? -1 : FileSystem::write(file, bytes, count);
    }
    int makeLink(const char *target, int folder, const char *name) override
    {
        return fails(true) ? -1 : FileSystem::makeLink(target, folder, name);
    }
    int move(int fromFolder, const char *from, int toFolder, const char *to) override
    {
        return fails(false) ? -1 : FileSystem::move(fromFolder, from, toFolder, to);
    }
    int replace(int fromFolder, const char *from, int toFolder, const char *to) override
    {
        return fails(false) ? -1 : FileSystem::replace(fromFolder, from, toFolder, to);
    }
    int changeMode(int folder, const char *name, mode_t mode) override
    {
        return fails(false) ? -1 : FileSystem::changeMode(folder, name, mode);
    }
    int removeFile(int folder, const char *name) override
    {
        m_hasRoom = m_hasRoom || QByteArrayView(name) == "room"; // kept for this
        return fails(false) ? -1 : FileSystem::removeFile(folder, name);
    }
    int removeFolder(int folder, const char *name) override
    {
        return fails(false) ? -1 : FileSystem::removeFolder(folder, name);
    }
    int sync(int) override { return fails(true) ? -1 : 0; }
    int syncAll(int) override { return fails(true) ? -1 : 0; }
    int step(const char *work) override
    {
        if (onStep)
            onStep(work);
        return fails(true) ? -1 : 0;
    }

private:
    /// `needsRoom`: a full disk lets it fail.
    bool fails(bool needsRoom)
    {
        ++m_count;
        const bool isNow = m_count == m_call || (m_fault == Fault::FromThereOn && m_count > m_call);
        const bool fits = m_fault == Fault::FromThereOn && (!needsRoom || m_hasRoom);
        if (!isNow || m_fault == Fault::None || fits)
            return false;
        if (m_fault == Fault::Exit)
            _exit(7);
        errno = m_error;
        return true;
    }

    Fault m_fault = Fault::None;
    int m_call = 0;
    int m_error = EIO;
    int m_count = 0;
    bool m_hasRoom = false;
};

/// Runs `work` in a process of its own, which ends where `work` lets it.
template<typename Work>
int inChild(Work work)
{
    const pid_t child = fork();
    if (child == 0) {
        work();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

} // namespace waymark::testing
