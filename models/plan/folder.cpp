#include "models/plan/folder.h"

#include "models/base/utf8.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int folderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

struct CloseDirectory
{
    void operator()(DIR *directory) const { closedir(directory); }
};

QString tr(const char *text)
{
    return QCoreApplication::translate("Folder", text);
}

QByteArray hex(QCryptographicHash &hash)
{
    return hash.result().toHex();
}

/// What the open file `file` holds: its hash, and its content where it is not too much.
Result<SnapshotEntry> readEntry(const Descriptor &file, const struct stat &info,
                                const QString &path)
{
    SnapshotEntry entry
        = {.type = SnapshotEntry::Type::File,
           .mode = info.st_mode & S_IXUSR ? FileMode::Executable : FileMode::Regular};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    std::array<char, 65536> buffer;
    bool isKept = true;
    while (true) {
        const ssize_t count = ::read(file.number(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return systemFailure(tr("It could not be read."), path);
        if (count == 0)
            break;
        hash.addData(QByteArrayView(buffer.data(), count));
        isKept = isKept && entry.content.size() + count <= SnapshotEntry::maximumContent;
        entry.content = isKept ? entry.content.append(buffer.data(), count) : QByteArray();
    }
    entry.hash = hex(hash);
    return entry;
}

Result<SnapshotEntry> readLink(int folder, const QByteArray &name, const QString &path)
{
    QByteArray target(PATH_MAX, Qt::Uninitialized);
    const ssize_t size = readlinkat(folder, name.constData(), target.data(), target.size());
    if (size < 0)
        return systemFailure(tr("The link could not be read."), path);
    target.truncate(size);
    return SnapshotEntry{.type = SnapshotEntry::Type::Link,
                         .mode = FileMode::Link,
                         .hash
                         = QCryptographicHash::hash(target, QCryptographicHash::Sha256).toHex(),
                         .content = target};
}

} // namespace

Result<Folder> Folder::open(const QString &path)
{
    Descriptor descriptor(::open(QFile::encodeName(path).constData(), folderFlags));
    if (!descriptor.isOpen())
        return systemFailure(tr("The folder could not be opened."), path);
    return Folder(std::move(descriptor), path);
}

Result<std::optional<Folder>> Folder::find(const QByteArray &path) const
{
    const QString shown = path.isEmpty() ? m_path : m_path + u'/' + displayed(path);
    Descriptor current(openat(m_descriptor.number(), ".", folderFlags));
    const QByteArrayList names = path.isEmpty() ? QByteArrayList() : path.split('/');
    for (const QByteArray &name : names) {
        if (!current.isOpen())
            break;
        current = Descriptor(openat(current.number(), name.constData(), folderFlags | O_NOFOLLOW));
    }
    if (current.isOpen())
        return Folder(std::move(current), shown);
    if (errno == ENOENT || errno == ENOTDIR || errno == ELOOP)
        return std::nullopt;
    return systemFailure(tr("The folder could not be opened."), shown);
}

FileIdentity Folder::identity() const
{
    struct stat info = {};
    fstat(m_descriptor.number(), &info);
    return {.device = quint64(info.st_dev), .inode = quint64(info.st_ino)};
}

Result<QByteArrayList> Folder::names() const
{
    Descriptor again(openat(m_descriptor.number(), ".", folderFlags)); // its own reading position
    const std::unique_ptr<DIR, CloseDirectory> stream(again.isOpen() ? fdopendir(again.release())
                                                                     : nullptr);
    if (!stream)
        return systemFailure(tr("The folder could not be read."), m_path);
    QByteArrayList names;
    errno = 0;
    while (const dirent *entry = readdir(stream.get())) { // NOLINT(concurrency-mt-unsafe)
        const QByteArray name(entry->d_name);
        if (name != "." && name != "..")
            names += name;
        errno = 0;
    }
    if (errno != 0)
        return systemFailure(tr("The folder could not be read."), m_path);
    std::ranges::sort(names);
    return names;
}

bool Folder::contains(const QByteArray &path) const
{
    return identityOf(path).has_value();
}

std::optional<FileIdentity> Folder::identityOf(const QByteArray &path) const
{
    const auto parent = find(parentOf(path));
    struct stat info = {};
    if (!parent || !*parent
        || fstatat((*parent)->descriptor(), nameOf(path).constData(), &info, AT_SYMLINK_NOFOLLOW))
        return {};
    return FileIdentity{.device = quint64(info.st_dev), .inode = quint64(info.st_ino)};
}

Result<SnapshotEntry> Folder::entry(const QByteArray &path) const
{
    const QString shown = m_path + u'/' + displayed(path);
    const auto parent = find(parentOf(path));
    if (!parent)
        return std::unexpected(parent.error());
    if (!*parent)
        return SnapshotEntry();
    const int folder = (*parent)->descriptor();
    const QByteArray name = nameOf(path);
    struct stat info = {};
    if (fstatat(folder, name.constData(), &info, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno == ENOENT)
            return SnapshotEntry();
        return systemFailure(tr("It could not be looked at."), shown);
    }
    if (S_ISDIR(info.st_mode))
        return SnapshotEntry{.type = SnapshotEntry::Type::Folder};
    if (S_ISLNK(info.st_mode))
        return readLink(folder, name, shown);
    if (!S_ISREG(info.st_mode))
        return SnapshotEntry{.type = SnapshotEntry::Type::Other};
    const Descriptor file(
        openat(folder, name.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!file.isOpen())
        return systemFailure(tr("It could not be read."), shown);
    return readEntry(file, info, shown);
}

bool Folder::isOnSameMount(const Folder &other) const
{
#ifdef STATX_MNT_ID
    struct statx a = {};
    struct statx b = {};
    if (statx(descriptor(), "", AT_EMPTY_PATH, STATX_MNT_ID, &a) == 0
        && statx(other.descriptor(), "", AT_EMPTY_PATH, STATX_MNT_ID, &b) == 0
        && (a.stx_mask & b.stx_mask & STATX_MNT_ID))
        return a.stx_mnt_id == b.stx_mnt_id && identity().device == other.identity().device;
#endif
    return identity().device == other.identity().device;
}

QByteArray parentOf(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash < 0 ? QByteArray() : path.first(slash);
}

QByteArray nameOf(const QByteArray &path)
{
    return path.mid(path.lastIndexOf('/') + 1);
}

QByteArray joined(const QByteArray &folder, const QByteArray &path)
{
    if (folder.isEmpty() || path.isEmpty())
        return folder + path;
    return folder + '/' + path;
}

} // namespace waymark
