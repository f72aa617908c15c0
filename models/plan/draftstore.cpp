#include "models/plan/draftstore.h"

#include "models/base/textcontext.h"
#include "models/catalog/slug.h"
#include "models/plan/diskwork.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr auto ending = ".json";
constexpr int mostOfOneName = 1000;
constexpr qsizetype longestName = 80;

constexpr TextContext translated("Draft");

QByteArray fileName(const QString &id)
{
    return QFile::encodeName(id) + ending;
}

/// Whether `id` is a name of a file in the folder itself, and no hidden one.
bool isId(const QString &id)
{
    return !id.isEmpty() && !id.startsWith(u'.') && !id.contains(u'/');
}

std::unexpected<Error> refused(const char *code, const QString &message, const QString &file)
{
    return failure(
        {.code = u"draft."_s + QLatin1StringView(code), .message = message, .file = file});
}

std::unexpected<Error> missing(const QString &file)
{
    return refused("missing", translated("There is no such draft."), file);
}

} // namespace

DraftStore::DraftStore(FileSystem &fileSystem, QString folder, DraftEditor self)
    : m_fileSystem(fileSystem)
    , m_folder(std::move(folder))
    , m_self(std::move(self))
{
}

Result<QList<StoredDraft>> DraftStore::list() const
{
    QList<StoredDraft> drafts;
    if (!QFileInfo::exists(m_folder))
        return drafts;
    const auto folder = Folder::open(m_folder);
    const auto names = folder ? folder->names() : std::unexpected(folder.error());
    if (!names)
        return std::unexpected(names.error());
    for (const QByteArray &name : *names) {
        if (!name.endsWith(ending) || name.startsWith('.'))
            continue;
        StoredDraft stored{.id = QFile::decodeName(name.chopped(qsizetype(strlen(ending))))};
        if (auto draft = readIn(*folder, stored.id))
            stored.draft = *std::move(draft);
        else
            stored.problem = draft.error().problem;
        stored.editor = DraftLock::editorOf(*folder, stored.id);
        if (stored.editor && !stored.editor->mayBeAlive())
            stored.editor.reset();
        drafts += stored;
    }
    const auto saved = [](const StoredDraft &stored) {
        return stored.draft ? stored.draft->saved : QDateTime();
    };
    std::ranges::stable_sort(drafts, std::greater(), saved);
    return drafts;
}

Result<Draft> DraftStore::read(const QString &id) const
{
    const auto folder = Folder::open(m_folder);
    if (!folder)
        return std::unexpected(folder.error());
    return readIn(*folder, id);
}

Result<Draft> DraftStore::readIn(const Folder &folder, const QString &id) const
{
    const QString path = pathOf(id);
    const auto entry = isId(id) ? folder.entry(fileName(id)) : SnapshotEntry();
    if (!entry)
        return std::unexpected(entry.error());
    if (entry->type == SnapshotEntry::Type::Absent)
        return missing(path);
    if (entry->type != SnapshotEntry::Type::File)
        return refused("unreadable", translated("This draft cannot be read: it is no file."), path);
    return parseDraft(entry->content, path);
}

Result<DraftLock> DraftStore::begin(const QString &name) const
{
    const auto folder = makeFolder(m_fileSystem, m_folder);
    if (!folder)
        return std::unexpected(folder.error());
    const QString plain = slug(name).left(longestName);
    const QString base = plain.isEmpty() ? u"draft"_s : plain;
    for (int number = 1; number <= mostOfOneName; ++number) {
        const QString id = number == 1 ? base : base + u'-' + QString::number(number);
        if (folder->contains(fileName(id)))
            continue;
        auto lock = DraftLock::take(m_fileSystem, *folder, id, m_self);
        if (!lock && lock.error().problem.code != u"draft.locked")
            return lock;
        if (lock && !folder->contains(fileName(id)))
            return lock;
    }
    return refused("too-many", translated("There are too many drafts of this name."), m_folder);
}

Result<DraftLock> DraftStore::open(const QString &id) const
{
    const auto folder = Folder::open(m_folder);
    if (!folder)
        return std::unexpected(folder.error());
    if (const auto draft = readIn(*folder, id); !draft)
        return std::unexpected(draft.error()); // and leaves no lock
    auto lock = DraftLock::take(m_fileSystem, *folder, id, m_self);
    if (!lock)
        return lock;
    if (const auto draft = readIn(*folder, id); !draft)
        return std::unexpected(draft.error());
    return lock;
}

Result<DraftLock> DraftStore::openToRemove(const QString &id) const
{
    const auto folder = Folder::open(m_folder);
    if (!folder)
        return std::unexpected(folder.error());
    const auto isThere = [&] { return isId(id) && folder->contains(fileName(id)); };
    if (!isThere())
        return missing(pathOf(id)); // and leaves no lock
    auto lock = DraftLock::take(m_fileSystem, *folder, id, m_self);
    if (lock && !isThere())
        return missing(pathOf(id));
    return lock;
}

Result<> DraftStore::save(const DraftLock &lock, const Draft &draft) const
{
    if (const auto held = checkLock(lock); !held)
        return held;
    return replaceFile(m_fileSystem, lock.folder(), fileName(lock.id()), toJson(draft));
}

Result<> DraftStore::remove(const DraftLock &lock) const
{
    if (const auto held = checkLock(lock); !held)
        return held;
    return removeFile(m_fileSystem, lock.folder(), fileName(lock.id()));
}

QString DraftStore::pathOf(const QString &id) const
{
    return m_folder + u'/' + id + QLatin1StringView(ending);
}

Result<> DraftStore::checkLock(const DraftLock &lock)
{
    if (lock.isCurrent())
        return {};
    return refused("lock-lost",
                   translated("Somebody took this draft away while it was open: its lock is gone."),
                   lock.folder().path());
}

} // namespace waymark
