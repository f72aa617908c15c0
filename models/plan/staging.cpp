#include "models/plan/staging.h"

#include "models/plan/home.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qsizetype digits = 8;
constexpr auto roomName = "room";

QString tr(const char *text)
{
    return QCoreApplication::translate("Writer", text);
}

QByteArray randomDigits()
{
    return QByteArray::number(QRandomGenerator::system()->generate(), 16)
        .rightJustified(digits, '0');
}

bool isName(const QByteArray &name, const QByteArray &prefix)
{
    if (!name.startsWith(prefix + '-') || name.size() != prefix.size() + 1 + digits)
        return false;
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return std::ranges::all_of(name.last(digits), isHex);
}

/// Whether it holds only what a staging folder can hold.
Result<bool> isOurs(const Folder &folder)
{
    const auto names = folder.names();
    if (!names)
        return std::unexpected(names.error());
    static const QByteArrayList known
        = {"lock", "tree", "new", "old", "index", "index.lock", roomName};
    return std::ranges::all_of(*names, [](const QByteArray &name) { return known.contains(name); });
}

} // namespace

Result<Staging> Staging::make(FileSystem &fileSystem, const Folder &parent,
                              const QByteArray &prefix)
{
    auto again = parent.find({});
    if (!again)
        return std::unexpected(again.error());
    const QByteArray name = prefix + '-' + randomDigits();
    const QString path = parent.path() + u'/' + QString::fromUtf8(name);
    if (fileSystem.makeFolder(parent.descriptor(), name.constData()) != 0)
        return systemFailure(tr("No folder could be made to prepare the files in."), path);
    auto folder = parent.find(name);
    if (!folder)
        return std::unexpected(folder.error());
    if (!*folder)
        return systemFailure(tr("The folder to prepare the files in was taken away."), path);
    Descriptor lock(fileSystem.createFile((*folder)->descriptor(), "lock", 0600));
    if (!lock.isOpen() || flock(lock.number(), LOCK_EX | LOCK_NB) != 0) {
        auto error
            = systemFailure(tr("The folder to prepare the files in could not be locked."), path);
        std::ignore = removeTree(fileSystem, parent, name);
        return error;
    }
    return Staging(std::move(**again), name, std::move(**folder), std::move(lock));
}

Result<> Staging::removeNamed(FileSystem &fileSystem, const Folder &parent, const QByteArray &name)
{
    const auto folder = parent.find(name);
    if (!folder)
        return std::unexpected(folder.error());
    if (!*folder)
        return {};
    const auto ours = isOurs(**folder);
    if (!ours)
        return std::unexpected(ours.error());
    if (!*ours)
        return {};
    const Descriptor lock(
        openat((*folder)->descriptor(), "lock", O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (lock.isOpen() && flock(lock.number(), LOCK_EX | LOCK_NB) != 0)
        return lockedFailure(parent.path());
    return removeTree(fileSystem, parent, name);
}

Result<> Staging::removeAbandoned(FileSystem &fileSystem, const Folder &parent,
                                  const QByteArray &prefix)
{
    const auto names = parent.names();
    if (!names)
        return std::unexpected(names.error());
    for (const QByteArray &name : *names) {
        if (!isName(name, prefix))
            continue;
        if (const auto removed = removeNamed(fileSystem, parent, name); !removed)
            return removed;
    }
    return {};
}

Result<> Staging::takeRoom(FileSystem &fileSystem, qint64 bytes) const
{
    QByteArray content(bytes, Qt::Uninitialized);
    for (char &c : content) // nothing that a file system compresses
        c = char(QRandomGenerator::global()->generate());
    return writeFile(fileSystem, m_folder, roomName, FileMode::Regular, content);
}

Result<> Staging::giveRoom(FileSystem &fileSystem, const Folder &staging)
{
    return removeFile(fileSystem, staging, roomName);
}

Result<> Staging::remove(FileSystem &fileSystem) const
{
    return removeTree(fileSystem, m_parent, m_name);
}

} // namespace waymark
