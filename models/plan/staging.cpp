#include "models/plan/staging.h"

#include "models/plan/home.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <cerrno>
#include <vector>

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

} // namespace

Result<Staging> Staging::makeNear(FileSystem &fileSystem, const Folder &home, const Folder &root)
{
    return home.isOnSameMount(root) ? make(fileSystem, home, prefixInHome)
                                    : make(fileSystem, root, prefixInRoot);
}

Result<Staging> Staging::make(FileSystem &fileSystem, const Folder &parent,
                              const QByteArray &prefix)
{
    auto again = parent.find({});
    if (!again)
        return std::unexpected(again.error());
    const QByteArray name = prefix + '-' + randomDigits();
    const QString path = parent.path() + u'/' + QString::fromUtf8(name);
    if (fileSystem.makeFolder(parent.descriptor(), name.constData()) != 0)
        return systemFailure(tr("No folder could be made here to prepare the files in."),
                             parent.path());
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

Result<QByteArrayList> Staging::namesIn(const Folder &parent, const QByteArray &prefix)
{
    auto names = parent.names();
    if (names)
        names->removeIf([&prefix](const QByteArray &name) { return !isName(name, prefix); });
    return names;
}

Result<std::optional<Staging>> Staging::takeAbandoned(const Folder &parent, const QByteArray &name)
{
    auto again = parent.find({});
    auto folder = parent.find(name);
    if (!again || !folder)
        return std::unexpected(again ? folder.error() : again.error());
    if (!*again || !*folder)
        return std::nullopt;
    Descriptor lock(openat((*folder)->descriptor(), "lock", O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (lock.isOpen() && flock(lock.number(), LOCK_EX | LOCK_NB) != 0)
        return lockedFailure(parent.path());
    return Staging(std::move(**again), name, std::move(**folder), std::move(lock));
}

Result<bool> Staging::isOurs() const
{
    const auto names = m_folder.names();
    if (!names)
        return std::unexpected(names.error());
    static const QByteArrayList known
        = {"lock", "tree", "gone", "new", "old", "index", "index.lock", roomName};
    return std::ranges::all_of(*names, [](const QByteArray &name) { return known.contains(name); });
}

Result<> Staging::removeNamed(FileSystem &fileSystem, const Folder &parent, const QByteArray &name)
{
    const auto staging = takeAbandoned(parent, name);
    if (!staging)
        return std::unexpected(staging.error());
    if (!*staging)
        return {};
    const auto ours = (*staging)->isOurs();
    if (!ours)
        return std::unexpected(ours.error());
    return *ours ? (*staging)->remove(fileSystem) : Result<>();
}

Result<> Staging::removeAbandoned(FileSystem &fileSystem, const Folder &parent,
                                  const QByteArray &prefix)
{
    const auto names = namesIn(parent, prefix);
    if (!names)
        return std::unexpected(names.error());
    for (const QByteArray &name : *names) {
        if (const auto removed = removeNamed(fileSystem, parent, name); !removed)
            return removed;
    }
    return {};
}

void Staging::sweep(FileSystem &fileSystem, const Folder &parent, const QByteArray &prefix)
{
    const auto names = namesIn(parent, prefix);
    if (!names || names->isEmpty())
        return;
    std::vector<Staging> abandoned;
    {
        const StagingTurn turn(parent, StagingTurn::Wait::No);
        if (!turn.isTaken())
            return; // another sweeps, or makes one, and what is left is there the next time, too
        for (const QByteArray &name : *names) {
            auto staging = takeAbandoned(parent, name);
            if (staging && *staging && (*staging)->isOurs().value_or(false))
                abandoned.push_back(std::move(**staging));
        }
    }
    // They are locked: nobody has to wait until they are gone.
    for (const Staging &staging : abandoned)
        std::ignore = staging.remove(fileSystem);
}

StagingTurn::StagingTurn(const Folder &parent, Wait wait)
    : m_folder(openat(parent.descriptor(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC))
{
    if (!m_folder.isOpen())
        return;
    if (wait == Wait::No)
        m_isTaken = flock(m_folder.number(), LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
    else
        while (flock(m_folder.number(), LOCK_EX) != 0 && errno == EINTR) { }
}

void removeAbandonedCommands(FileSystem &fileSystem, const QString &stateFolder)
{
    if (!QFileInfo(stateFolder).isDir())
        return;
    if (const auto state = Folder::open(stateFolder))
        Staging::sweep(fileSystem, *state, commandStages);
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
