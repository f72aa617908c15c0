#include "models/catalog/openfolder.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qsizetype block = 1 << 16;

struct CloseFile
{
    int handle;
    ~CloseFile() { ::close(handle); }
};

FolderEntry::Kind kindOf(const struct stat &status)
{
    if (S_ISDIR(status.st_mode))
        return FolderEntry::Kind::Folder;
    if (S_ISLNK(status.st_mode))
        return FolderEntry::Kind::Link;
    if (!S_ISREG(status.st_mode))
        return FolderEntry::Kind::Other;
    return status.st_mode & S_IXUSR ? FolderEntry::Kind::Executable : FolderEntry::Kind::File;
}

constexpr TextContext translated("OpenFolder");

/// What to do about the error `code` of the system.
QString hintFor(int code)
{
    switch (code) {
    case ELOOP:
        return translated("Links are not followed here: put what it leads to in its place.");
    case ENOTDIR:
        return translated("Name a folder: that is a file, or lies below one.");
    case EACCES:
    case EPERM:
        return translated("Give yourself the right to read it (chmod u+r).");
    default:
        return {};
    }
}

std::unexpected<Error> unreadable(const QString &path, int code)
{
    const QString reason = code == ELOOP ? translated("it is a link") : qt_error_string(code);
    return failure({.code = u"template.unreadable"_s,
                    .message = translated("This cannot be read: %1.").arg(reason),
                    .file = path,
                    .hint = hintFor(code)});
}

std::unexpected<Error> noFile(const QString &path)
{
    return failure({.code = u"template.unreadable"_s,
                    .message = translated("This is no file."),
                    .file = path,
                    .hint = translated("Put a file in the place of what stands there.")});
}

} // namespace

Result<OpenFolder> OpenFolder::open(const QString &path)
{
    const int handle
        = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return unreadable(path, errno);
    return OpenFolder(handle, path);
}

OpenFolder::OpenFolder(OpenFolder &&other) noexcept
    : m_handle(std::exchange(other.m_handle, -1))
    , m_path(std::move(other.m_path))
{
}

OpenFolder &OpenFolder::operator=(OpenFolder &&other) noexcept
{
    std::swap(m_handle, other.m_handle);
    std::swap(m_path, other.m_path);
    return *this;
}

OpenFolder::~OpenFolder()
{
    if (m_handle >= 0)
        ::close(m_handle);
}

QString OpenFolder::shown(const QByteArray &name) const
{
    return name.isEmpty() ? m_path : m_path + u'/' + displayed(name);
}

std::unexpected<Error> OpenFolder::failed(const QByteArray &name, int code) const
{
    return unreadable(shown(name), code);
}

Result<OpenFolder> OpenFolder::folder(const QByteArray &name) const
{
    const int handle
        = ::openat(m_handle, name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (handle < 0)
        return failed(name, errno);
    return OpenFolder(handle, shown(name));
}

Result<QList<FolderEntry>> OpenFolder::entries() const
{
    const int handle = ::openat(m_handle, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return failed({}, errno);
    const std::unique_ptr<DIR, int (*)(DIR *)> listing(::fdopendir(handle), ::closedir);
    if (!listing)
        return failed({}, errno);
    QList<FolderEntry> entries;
    while (const dirent *found = ::readdir(listing.get())) {
        const QByteArray name(found->d_name);
        struct stat status = {};
        if (name == "." || name == ".."
            || ::fstatat(m_handle, found->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0)
            continue; // gone since
        entries.append({name, kindOf(status)});
    }
    std::ranges::sort(entries, {}, &FolderEntry::name);
    return entries;
}

Result<QByteArray> OpenFolder::file(const QByteArray &name, qint64 limit) const
{
    const int handle
        = ::openat(m_handle, name.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (handle < 0)
        return failed(name, errno);
    const CloseFile closer{handle};
    struct stat status = {};
    if (::fstat(handle, &status) != 0)
        return failed(name, errno);
    if (!S_ISREG(status.st_mode))
        return noFile(shown(name));
    QByteArray content;
    content.reserve(std::min<qint64>(status.st_size, limit));
    while (content.size() <= limit) {
        const qsizetype before = content.size();
        content.resize(before + block);
        const ssize_t count = ::read(handle, content.data() + before, block);
        content.resize(before + std::max<ssize_t>(count, 0));
        if (count < 0 && errno != EINTR)
            return failed(name, errno);
        if (count == 0)
            return content;
    }
    return failure({.code = u"template.too-big"_s,
                    .message = translated("%1 is too big to be read: more than %2 bytes.")
                                   .arg(shown(name), QString::number(limit)),
                    .file = shown(name),
                    .hint = translated("Move what is large into files of the template's own.")});
}

Result<QByteArray> OpenFolder::link(const QByteArray &name) const
{
    QByteArray target(4096, Qt::Uninitialized);
    const ssize_t size = ::readlinkat(m_handle, name.constData(), target.data(),
                                      static_cast<size_t>(target.size()));
    if (size < 0)
        return failed(name, errno);
    target.truncate(size);
    return target;
}

} // namespace waymark
