#include "models/items/madefilesmodel.h"

#include "models/base/textcontext.h"
#include "models/items/folderitems.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("MadeFilesModel");

bool isForOthers(const FileTreeRow &row)
{
    return !row.isFolder && row.change == ChangeClass::NotNeeded;
}

QString noteOf(const FileTreeRow &row)
{
    return isForOthers(row) ? translated("with other answers") : QString();
}

QString spoken(const FileTreeRow &row)
{
    QStringList parts = {row.label, row.isFolder ? translated("folder") : noteOf(row)};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace

MadeFilesModel::MadeFilesModel(QObject *parent)
    : TreeRowModel(parent)
{
}

void MadeFilesModel::setFiles(const QByteArrayList &files, const QByteArrayList &others)
{
    QList<FileTreeRow> rows;
    for (const QByteArray &path : files)
        rows += FileTreeRow{.path = path};
    for (const QByteArray &path : others) {
        if (!files.contains(path))
            rows += FileTreeRow{.path = path, .change = ChangeClass::NotNeeded};
    }
    setTree(folderItems(rows));
}

QVariant MadeFilesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FileTreeRow &row = rowAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return row.label;
    case Qt::AccessibleTextRole:
        return spoken(row);
    case PathRole:
        return row.path;
    case IsFolderRole:
        return row.isFolder;
    case OtherAnswersRole:
        return isForOthers(row);
    case NoteRole:
        return noteOf(row);
    default:
        return {};
    }
}

QHash<int, QByteArray> MadeFilesModel::roleNames() const
{
    auto names = TreeRowModel::roleNames();
    names.insert({{PathRole, "path"},
                  {IsFolderRole, "isFolder"},
                  {OtherAnswersRole, "otherAnswers"},
                  {NoteRole, "note"}});
    return names;
}

} // namespace waymark
