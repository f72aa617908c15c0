#include "models/plan/journal.h"

#include "models/plan/diskwork.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
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

void follow(Journal &journal, const QString &root)
{
    const auto folder = Folder::open(root);
    if (journal.root == root || !folder || folder->identity() != journal.identity)
        return;
    journal.root = root;
    journal.destination
        = journal.prefix.isEmpty() ? root : root + u'/' + QFile::decodeName(journal.prefix);
    const auto around = Folder::open(QFileInfo(root).path());
    if (!around)
        return;
    journal.madeBelow = around->path();
    journal.madeBelowIdentity = around->identity();
}

QString stateHome(const QString &stateFolder, const QString &path)
{
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256);
    return stateFolder + u"/destinations/"_s + QString::fromLatin1(hash.toHex().first(32));
}

Result<> makeStateFolders(FileSystem &fileSystem, const QString &stateFolder)
{
    auto made = makeFolder(fileSystem, stateFolder + u"/destinations"_s);
    if (made)
        return {};
    Problem &problem = made.error().problem;
    problem.message = QCoreApplication::translate("Writer",
                                                  "Waymark keeps here what undo needs, and that "
                                                  "is not possible: %1")
                          .arg(problem.message);
    problem.hint = QCoreApplication::translate(
        "Writer",
        "Set XDG_STATE_HOME, or HOME, to a folder that you may write to and whose disk has room.");
    return std::unexpected(made.error());
}

QString repositoryHome(const QString &gitFolder)
{
    return gitFolder + u"/waymark"_s;
}

Result<bool> hasUnfinishedJournal(const QString &home)
{
    const auto folder = Folder::open(home);
    if (!folder)
        return false;
    const auto journal = readJournal(*folder, journalName);
    if (!journal)
        return std::unexpected(journal.error());
    return journal->has_value();
}

} // namespace waymark
