#include "models/plan/filesystem.h"

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace waymark {

int FileSystem::makeFolder(int folder, const char *name)
{
    return mkdirat(folder, name, 0777);
}

int FileSystem::createFile(int folder, const char *name, mode_t mode)
{
    return openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
}

ssize_t FileSystem::write(int file, const char *bytes, size_t count)
{
    return ::write(file, bytes, count);
}

int FileSystem::makeLink(const char *target, int folder, const char *name)
{
    return symlinkat(target, folder, name);
}

int FileSystem::move(int fromFolder, const char *from, int toFolder, const char *to)
{
#ifdef RENAME_NOREPLACE
    if (renameat2(fromFolder, from, toFolder, to, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return -1;
#endif
    // Some network and user space file systems cannot do it in one call.
    struct stat info = {};
    if (fstatat(toFolder, to, &info, AT_SYMLINK_NOFOLLOW) == 0) {
        errno = EEXIST;
        return -1;
    }
    return renameat(fromFolder, from, toFolder, to);
}

int FileSystem::replace(int fromFolder, const char *from, int toFolder, const char *to)
{
    return renameat(fromFolder, from, toFolder, to);
}

int FileSystem::changeMode(int folder, const char *name, mode_t mode)
{
    return fchmodat(folder, name, mode, AT_SYMLINK_NOFOLLOW);
}

int FileSystem::removeFile(int folder, const char *name)
{
    return unlinkat(folder, name, 0);
}

int FileSystem::removeFolder(int folder, const char *name)
{
    return unlinkat(folder, name, AT_REMOVEDIR);
}

int FileSystem::sync(int descriptor)
{
    return fsync(descriptor);
}

int FileSystem::syncAll(int folder)
{
#ifdef Q_OS_LINUX
    return syncfs(folder);
#else
    Q_UNUSED(folder)
    ::sync();
    return 0;
#endif
}

int FileSystem::step(const char *work)
{
    Q_UNUSED(work)
    return 0;
}

} // namespace waymark
