#include "models/plan/draftlock.h"

#include "models/base/json.h"
#include "models/base/textcontext.h"
#include "models/plan/filesystem.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qint64 secondsOfAnotherHost = 24LL * 60 * 60;

constexpr TextContext translated("Draft");

QByteArray lockName(const QString &id)
{
    return QFile::encodeName(id + u".lock"_s);
}

/// Whether nobody wrote to `file` yet.
bool isFresh(const Descriptor &file)
{
    struct stat info = {};
    return fstat(file.number(), &info) == 0 && info.st_size == 0;
}

/// Whether `file` is still the one of that name.
bool isNamed(const Folder &folder, const QByteArray &name, const Descriptor &file)
{
    struct stat info = {};
    return fstat(file.number(), &info) == 0
        && folder.identityOf(name)
        == FileIdentity{.device = quint64(info.st_dev), .inode = quint64(info.st_ino)};
}

std::unexpected<Error> lockedFailure(const Folder &folder, const QString &id,
                                     const DraftEditor &editor)
{
    const bool isHere = editor.host == QSysInfo::machineHostName();
    const QString message = isHere
        ? translated("This draft is open in another Waymark (process %1).").arg(editor.process)
        : translated("This draft is open on %1, since %2.")
              .arg(editor.host, editor.since.toString(Qt::ISODate));
    const QString path = folder.path() + u'/' + id + u".lock"_s;
    return failure({.code = u"draft.locked"_s,
                    .message = message,
                    .file = path,
                    .hint = isHere
                        ? translated("Go on there, or close it there first.")
                        : translated("Close it there. If nobody edits it any more, remove the "
                                     "file %1.")
                              .arg(path)});
}

/// `self` as the lock holds it.
Result<> writeEditor(FileSystem &fileSystem, const Descriptor &file, const DraftEditor &self,
                     const QString &path)
{
    const Map map{{u"process"_s, self.process},
                  {u"host"_s, self.host},
                  {u"since"_s, self.since.toString(Qt::ISODate)}};
    const QByteArray text = toJson(Value(map)) + '\n';
    if (fileSystem.write(file.number(), text.constData(), size_t(text.size())) != text.size())
        return systemFailure(translated("The lock of the draft could not be written."), path);
    return {};
}

/// The lock file, opened or made; closed where another made or removed it meanwhile.
Result<Descriptor> openLock(FileSystem &fileSystem, const Folder &folder, const QByteArray &name)
{
    Descriptor file(openat(folder.descriptor(), name.constData(), O_RDWR | O_NOFOLLOW | O_CLOEXEC));
    if (!file.isOpen() && errno == ENOENT)
        file = Descriptor(fileSystem.createFile(folder.descriptor(), name.constData(), 0600));
    if (!file.isOpen() && errno != EEXIST && errno != ENOENT)
        return systemFailure(translated("The lock of the draft could not be made."),
                             folder.path() + u'/' + QFile::decodeName(name));
    return file;
}

/// Whether `file` is ours; where the disk knows no locks, it is the word of its editor.
bool isTaken(const Descriptor &file, const std::optional<DraftEditor> &editor)
{
    if (flock(file.number(), LOCK_EX | LOCK_NB) == 0)
        return true;
    return errno != EWOULDBLOCK && (!editor || !editor->mayBeAlive());
}

} // namespace

DraftEditor DraftEditor::self()
{
    return {QCoreApplication::applicationPid(), QSysInfo::machineHostName(),
            QDateTime::currentDateTimeUtc()};
}

bool DraftEditor::mayBeAlive() const
{
    if (host != QSysInfo::machineHostName() || !QFileInfo::exists(u"/proc/self"_s))
        return true;
    return QFileInfo::exists(u"/proc/%1"_s.arg(process));
}

std::optional<DraftEditor> DraftLock::editorOf(const Folder &folder, const QString &id)
{
    const auto entry = folder.entry(lockName(id));
    const auto value = entry ? parseJson(entry->content) : failure({});
    const Map *map = value ? value->toMap() : nullptr;
    if (!map)
        return {};
    const Value process = map->value(u"process");
    const std::optional<qint64> number
        = process.toInteger() ? process.toInteger()->toInt64() : std::nullopt;
    return DraftEditor{number.value_or(0), map->value(u"host").textOr(),
                       QDateTime::fromString(map->value(u"since").textOr(), Qt::ISODate)};
}

Result<DraftLock> DraftLock::take(FileSystem &fileSystem, const Folder &folder, const QString &id,
                                  const DraftEditor &self)
{
    const QByteArray name = lockName(id);
    // Its former owner may remove the file between any two of these steps.
    for (int attempt = 0; attempt < 100; ++attempt) {
        auto file = openLock(fileSystem, folder, name);
        if (!file)
            return std::unexpected(file.error());
        if (!file->isOpen())
            continue;
        const auto editor = editorOf(folder, id);
        if (!isTaken(*file, editor))
            return lockedFailure(folder, id, editor.value_or(self));
        if (!isNamed(folder, name, *file))
            continue;
        const bool isFar = editor && editor->host != self.host
            && editor->since.secsTo(self.since) < secondsOfAnotherHost;
        if (isFar)
            return lockedFailure(folder, id, *editor);
        if (!isFresh(*file)) { // of a process that ended
            fileSystem.removeFile(folder.descriptor(), name.constData());
            continue;
        }
        auto own = folder.find({});
        if (!own || !*own)
            return lockedFailure(folder, id, self);
        DraftLock lock(fileSystem, std::move(**own), std::move(*file), id);
        if (const auto written
            = writeEditor(fileSystem, lock.m_file, self, folder.path() + u'/' + id + u".lock"_s);
            !written)
            return std::unexpected(written.error());
        return lock;
    }
    return lockedFailure(folder, id, self);
}

DraftLock::DraftLock(FileSystem &fileSystem, Folder folder, Descriptor file, QString id)
    : m_fileSystem(&fileSystem)
    , m_folder(std::move(folder))
    , m_file(std::move(file))
    , m_id(std::move(id))
{
}

DraftLock::DraftLock(DraftLock &&other) noexcept
    : m_fileSystem(std::exchange(other.m_fileSystem, nullptr))
    , m_folder(std::move(other.m_folder))
    , m_file(std::move(other.m_file))
    , m_id(std::move(other.m_id))
{
}

DraftLock::~DraftLock()
{
    if (m_fileSystem && isCurrent())
        m_fileSystem->removeFile(m_folder.descriptor(), lockName(m_id).constData());
}

bool DraftLock::isCurrent() const
{
    return m_file.isOpen() && isNamed(m_folder, lockName(m_id), m_file);
}

} // namespace waymark
