#include "models/plan/home.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr const char *lockName = "lock";

QString tr(const char *text)
{
    return QCoreApplication::translate("Writer", text);
}

/// Whether the locked `lock` is still the file of that name: its owner removes it on leaving.
bool isCurrent(const Folder &folder, const Descriptor &lock)
{
    struct stat info = {};
    const auto named = folder.identityOf(lockName);
    return fstat(lock.number(), &info) == 0
        && named == FileIdentity{.device = quint64(info.st_dev), .inode = quint64(info.st_ino)};
}

/// The lock file, opened or made.
Result<Descriptor> openLock(FileSystem &fileSystem, const Folder &folder)
{
    Descriptor lock(openat(folder.descriptor(), lockName, O_RDWR | O_NOFOLLOW | O_CLOEXEC));
    if (!lock.isOpen() && errno == ENOENT)
        lock = Descriptor(fileSystem.createFile(folder.descriptor(), lockName, 0666));
    if (!lock.isOpen() && errno != EEXIST && errno != ENOENT)
        return systemFailure(tr("The lock could not be made."), folder.path());
    return lock;
}

void removeIfEmpty(FileSystem &fileSystem, const Folder &folder)
{
    const QFileInfo info(folder.path());
    const QByteArray name = QFile::encodeName(info.fileName());
    const auto parent = Folder::open(info.path());
    if (parent && parent->identityOf(name) == folder.identity())
        fileSystem.removeFolder(parent->descriptor(), name.constData());
}

} // namespace

std::unexpected<Error> lockedFailure(const QString &path)
{
    return failure({.code = u"destination.locked"_s,
                    .message = tr("Another Waymark is at work here."),
                    .file = path,
                    .hint = tr("Wait until it is done, then run the same command again.")});
}

Home::Home(FileSystem &fileSystem, Folder folder, Descriptor lock)
    : m_fileSystem(&fileSystem)
    , m_folder(std::move(folder))
    , m_lock(std::move(lock))
{
}

Home::Home(Home &&other) noexcept
    : m_fileSystem(std::exchange(other.m_fileSystem, nullptr))
    , m_folder(std::move(other.m_folder))
    , m_lock(std::move(other.m_lock))
{
}

Home::~Home()
{
    if (!m_fileSystem)
        return;
    m_fileSystem->removeFile(m_folder.descriptor(), lockName);
    removeIfEmpty(*m_fileSystem, m_folder);
}

Result<Home> Home::take(FileSystem &fileSystem, const QString &path)
{
    const QFileInfo info(path);
    const auto parent = Folder::open(info.path());
    if (!parent)
        return std::unexpected(parent.error());
    // Its former owner may remove lock and folder between any two of these steps.
    for (int attempt = 0; attempt < 100; ++attempt) {
        auto folder = makeFolders(fileSystem, *parent, QFile::encodeName(info.fileName()));
        if (!folder)
            return std::unexpected(folder.error());
        auto lock = openLock(fileSystem, *folder);
        if (!lock) {
            removeIfEmpty(fileSystem, *folder);
            return std::unexpected(lock.error());
        }
        if (!lock->isOpen())
            continue;
        if (flock(lock->number(), LOCK_EX | LOCK_NB) != 0)
            return lockedFailure(path);
        if (isCurrent(*folder, *lock))
            return Home(fileSystem, std::move(*folder), std::move(*lock));
    }
    return lockedFailure(path);
}

Result<std::optional<Home>> Home::takeExisting(FileSystem &fileSystem, const QString &path)
{
    if (!QFileInfo(path).isDir())
        return std::nullopt;
    auto home = take(fileSystem, path);
    if (!home)
        return std::unexpected(home.error());
    return std::optional<Home>(std::move(*home));
}

} // namespace waymark
