#include "models/plan/journal.h"

#include "models/plan/diskwork.h"

#include <QCryptographicHash>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace waymark {

Result<std::optional<Journal>> readJournal(const Folder &folder, const QByteArray &name)
{
    const auto entry = folder.entry(name);
    if (!entry)
        return std::unexpected(entry.error());
    if (entry->type == SnapshotEntry::Type::Absent)
        return std::nullopt;
    const auto journal
        = parseJournal(entry->content, folder.path() + u'/' + QString::fromUtf8(name));
    if (!journal)
        return std::unexpected(journal.error());
    return *journal;
}

QString stateHome(const QString &stateFolder, const QString &path)
{
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256);
    return stateFolder + u"/destinations/"_s + QString::fromLatin1(hash.toHex().first(32));
}

Result<> makeStateFolders(FileSystem &fileSystem, const QString &stateFolder)
{
    const auto made = makeFolder(fileSystem, stateFolder + u"/destinations"_s);
    return made ? Result<>() : std::unexpected(made.error());
}

QString repositoryHome(const QString &gitFolder)
{
    return gitFolder + u"/waymark"_s;
}

bool hasUnfinishedJournal(const QString &home)
{
    return QFileInfo::exists(home + u'/' + QLatin1StringView(journalName));
}

} // namespace waymark
