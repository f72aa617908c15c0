#include "models/plan/diskwork.h"

#include "models/base/utf8.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Writer", text);
}

QString shown(const Folder &folder, const QByteArray &path)
{
    const QString base = folder.path();
    return (base.endsWith(u'/') ? base : base + u'/') + displayed(path);
}

Result<> writeBytes(FileSystem &fileSystem, const Descriptor &file, QByteArrayView bytes,
                    const QString &path)
{
    while (!bytes.isEmpty()) {
        const ssize_t count = fileSystem.write(file.number(), bytes.data(), size_t(bytes.size()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return systemFailure(tr("The file could not be written."), path);
        bytes = bytes.sliced(count);
    }
    return {};
}

/// Makes the regular file `name`; `isDurable`: it is on the disk when this returns.
Result<> createRegular(FileSystem &fileSystem, const Folder &folder, const QByteArray &name,
                       mode_t mode, const QByteArray &content, bool isDurable)
{
    const QString path = shown(folder, name);
    Descriptor file(fileSystem.createFile(folder.descriptor(), name.constData(), mode));
    if (!file.isOpen())
        return systemFailure(tr("The file could not be made."), path);
    if (const auto written = writeBytes(fileSystem, file, content, path); !written)
        return written;
    if (isDurable && fileSystem.sync(file.number()) != 0)
        return systemFailure(tr("The file could not be written to the disk."), path);
    if (file.close() != 0)
        return systemFailure(tr("The file could not be written."), path);
    return {};
}

/// The folder `name` in `folder`, which can be emptied whatever was made of its mode; none where
/// something else is there.
Result<std::optional<Folder>> openedUp(FileSystem &fileSystem, const Folder &folder,
                                       const QByteArray &name)
{
    struct stat info = {};
    const int number = folder.descriptor();
    if (fstatat(number, name.constData(), &info, AT_SYMLINK_NOFOLLOW) != 0
        || !S_ISDIR(info.st_mode))
        return std::nullopt;
    if ((info.st_mode & S_IRWXU) != S_IRWXU
        && fileSystem.changeMode(number, name.constData(), S_IRWXU) != 0)
        return systemFailure(tr("The folder could not be opened."), shown(folder, name));
    return folder.find(name);
}

/// Empties a folder. Whatever is nested in it, a few levels are gone into at a time: folders below
/// these are moved up first.
class Emptying
{
public:
    Emptying(FileSystem &fileSystem, const Folder &root)
        : m_fileSystem(fileSystem)
        , m_root(root)
    {
    }

    Result<> run()
    {
        while (true) {
            const auto names = m_root.names();
            if (!names)
                return std::unexpected(names.error());
            if (names->isEmpty())
                return {};
            if (const auto emptied = empty(m_root, *names, 0); !emptied)
                return emptied;
        }
    }

private:
    Result<> empty(const Folder &folder, const QByteArrayList &names, int depth)
    {
        for (const QByteArray &name : names) {
            if (const auto removed = remove(folder, name, depth); !removed)
                return removed;
        }
        return {};
    }

    Result<> remove(const Folder &folder, const QByteArray &name, int depth)
    {
        const auto below = openedUp(m_fileSystem, folder, name);
        if (!below)
            return std::unexpected(below.error());
        if (!*below)
            return removeFile(m_fileSystem, folder, name);
        if (depth == deepest)
            return moveUp(folder, name);
        const auto names = (*below)->names();
        const auto emptied
            = names ? empty(**below, *names, depth + 1) : std::unexpected(names.error());
        if (!emptied)
            return emptied;
        if (m_fileSystem.removeFolder(folder.descriptor(), name.constData()) == 0)
            return {};
        return systemFailure(tr("The folder could not be removed."), shown(folder, name));
    }

    Result<> moveUp(const Folder &folder, const QByteArray &name)
    {
        int moved = -1;
        do {
            const QByteArray place = "moved-" + QByteArray::number(m_moved++);
            moved = m_fileSystem.move(folder.descriptor(), name.constData(), m_root.descriptor(),
                                      place.constData());
        } while (moved != 0 && errno == EEXIST);
        return moved == 0
            ? Result<>()
            : systemFailure(tr("The folder could not be removed."), shown(folder, name));
    }

    static constexpr int deepest = 32;

    FileSystem &m_fileSystem;
    const Folder &m_root;
    qint64 m_moved = 0;
};

} // namespace

Result<Folder> makeFolders(FileSystem &fileSystem, const Folder &base, const QByteArray &path)
{
    auto current = base.find({});
    if (!current)
        return std::unexpected(current.error());
    const QByteArrayList names = path.isEmpty() ? QByteArrayList() : path.split('/');
    for (const QByteArray &name : names) {
        const QString where = shown(**current, name);
        auto next = (*current)->find(name);
        if (next && !*next) {
            if (fileSystem.makeFolder((*current)->descriptor(), name.constData()) != 0
                && errno != EEXIST)
                return systemFailure(tr("The folder could not be made."), where);
            next = (*current)->find(name);
        }
        if (!next)
            return std::unexpected(next.error());
        if (!*next)
            return systemFailure(tr("No folder can be made here."), where);
        current = std::move(next);
    }
    return std::move(**current);
}

Result<Folder> makeFolder(FileSystem &fileSystem, const QString &path)
{
    QString existing = path;
    while (!QFileInfo(existing).isDir() && existing != QFileInfo(existing).path())
        existing = QFileInfo(existing).path();
    const auto base = Folder::open(existing);
    if (!base)
        return std::unexpected(base.error());
    QByteArray rest = QFile::encodeName(path.mid(existing.size()));
    while (rest.startsWith('/'))
        rest.remove(0, 1);
    return makeFolders(fileSystem, *base, rest);
}

Result<> writeFile(FileSystem &fileSystem, const Folder &base, const QByteArray &path,
                   FileMode mode, const QByteArray &content)
{
    const auto folder = makeFolders(fileSystem, base, parentOf(path));
    if (!folder)
        return std::unexpected(folder.error());
    const QByteArray name = nameOf(path);
    if (mode != FileMode::Link)
        return createRegular(fileSystem, *folder, name, mode == FileMode::Executable ? 0777 : 0666,
                             content, false);
    if (fileSystem.makeLink(content.constData(), folder->descriptor(), name.constData()) != 0)
        return systemFailure(tr("The link could not be made."), shown(base, path));
    return {};
}

Result<> replaceFile(FileSystem &fileSystem, const Folder &folder, const QByteArray &name,
                     const QByteArray &content)
{
    const QByteArray temporary = name + ".part";
    if (const auto removed = removeFile(fileSystem, folder, temporary); !removed)
        return removed;
    auto result = createRegular(fileSystem, folder, temporary, 0666, content, true);
    if (result
        && fileSystem.replace(folder.descriptor(), temporary.constData(), folder.descriptor(),
                              name.constData())
            != 0)
        result
            = systemFailure(tr("The file could not be put into its place."), shown(folder, name));
    if (!result) {
        std::ignore = removeFile(fileSystem, folder, temporary);
        return result;
    }
    if (fileSystem.sync(folder.descriptor()) != 0)
        return systemFailure(tr("The folder could not be written to the disk."), folder.path());
    return {};
}

Result<> moveEntry(FileSystem &fileSystem, const Folder &from, const Folder &to,
                   const QByteArray &path)
{
    const auto source = from.find(parentOf(path));
    const auto target = to.find(parentOf(path));
    if (!source || !target)
        return std::unexpected(source ? target.error() : source.error());
    const QByteArray name = nameOf(path);
    if (!*source || !*target) {
        errno = ENOENT;
    } else if (fileSystem.move((*source)->descriptor(), name.constData(), (*target)->descriptor(),
                               name.constData())
               == 0) {
        return {};
    }
    auto error = systemFailure(tr("It could not be moved to its place."), shown(to, path));
    if (errno == EEXIST || errno == ENOTEMPTY)
        error.error().problem.hint
            = tr("Something else is there by now: move it away, then run the same command again.");
    return error;
}

Result<> removeFile(FileSystem &fileSystem, const Folder &folder, const QByteArray &name)
{
    if (fileSystem.removeFile(folder.descriptor(), name.constData()) == 0 || errno == ENOENT)
        return {};
    return systemFailure(tr("The file could not be removed."), shown(folder, name));
}

Result<> removeTree(FileSystem &fileSystem, const Folder &folder, const QByteArray &name)
{
    const auto below = openedUp(fileSystem, folder, name);
    if (!below)
        return std::unexpected(below.error());
    if (!*below)
        return removeFile(fileSystem, folder, name);
    if (const auto emptied = Emptying(fileSystem, **below).run(); !emptied)
        return emptied;
    if (fileSystem.removeFolder(folder.descriptor(), name.constData()) == 0)
        return {};
    return systemFailure(tr("The folder could not be removed."), shown(folder, name));
}

} // namespace waymark
