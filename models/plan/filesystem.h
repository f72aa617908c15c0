#pragma once

#include <QByteArray>

#include <sys/types.h>

namespace waymark {

/// Every call of Waymark that changes something below a destination, in git's folder or in the
/// state folder. Names are single ones, in an open folder; no link is followed. Each returns what
/// the system call of the same kind does, with errno. Tests count the calls and let them fail.
class FileSystem
{
public:
    FileSystem() = default;
    virtual ~FileSystem() = default;
    Q_DISABLE_COPY_MOVE(FileSystem)

    virtual int makeFolder(int folder, const char *name);
    /// A file that was not there before, open for writing; its mode is subject to the umask.
    virtual int createFile(int folder, const char *name, mode_t mode);
    virtual ssize_t write(int file, const char *bytes, size_t count);
    virtual int makeLink(const char *target, int folder, const char *name);
    /// Fails with EEXIST where `to` is there.
    virtual int move(int fromFolder, const char *from, int toFolder, const char *to);
    /// Takes the place of the file `to`, if there is one.
    virtual int replace(int fromFolder, const char *from, int toFolder, const char *to);
    virtual int changeMode(int folder, const char *name, mode_t mode);
    virtual int removeFile(int folder, const char *name);
    virtual int removeFolder(int folder, const char *name);
    /// One file or folder to the disk.
    virtual int sync(int descriptor);
    /// Everything on the disk that holds `folder`.
    virtual int syncAll(int folder);
    /// Said before and after git's own work, which does not go through here: `work` names it.
    virtual int step(const char *work);
};

} // namespace waymark
