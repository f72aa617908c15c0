#include "models/items/filetreemodel.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/items/counted.h"
#include "models/items/folderitems.h"
#include "models/plan/folder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("FileTreeModel");

int countOf(const QList<Problem> &problems, Severity severity)
{
    return int(std::ranges::count(problems, severity, &Problem::severity));
}

FileTreeRow rowOf(const Plan &plan, const PlannedFile &file)
{
    const Change &change = file.change;
    FileTreeRow row{.path = change.path,
                    .change = change.kind,
                    .errors = countOf(change.problems, Severity::Error),
                    .warnings = countOf(change.problems, Severity::Warning)};
    if (const QByteArray shown = plan.shownPath(change.path); shown != change.path)
        row.label = displayed(nameOf(shown));
    return row;
}

QString linkedText(const FileTreeRow &row)
{
    if (row.linked == 0)
        return {};
    return counted("FileTreeModel", "1 line from %1", "%n lines from %1", row.linked)
        .arg(row.linkedTitle);
}

QString spoken(const FileTreeRow &row)
{
    QStringList parts = {row.label};
    if (row.isFolder)
        parts += translated("folder");
    if (row.isAlike)
        parts += changeText(row.change);
    if (row.errors > 0)
        parts += counted("FileTreeModel", "1 error", "%n errors", row.errors);
    if (row.warnings > 0)
        parts += counted("FileTreeModel", "1 warning", "%n warnings", row.warnings);
    if (row.linked > 0)
        parts += linkedText(row);
    if (!row.isCurrent)
        parts += translated("not current");
    if (!row.isFinal)
        parts += translated("not final");
    return parts.join(u", "_s);
}

} // namespace

QString changeText(ChangeClass change)
{
    switch (change) {
    case ChangeClass::New:
        return translated("added");
    case ChangeClass::Unchanged:
        return translated("unchanged");
    case ChangeClass::Updated:
        return translated("modified");
    case ChangeClass::Merged:
        return translated("merged");
    case ChangeClass::Conflict:
        return translated("decision open");
    case ChangeClass::Kept:
        return translated("yours is kept");
    case ChangeClass::Renamed:
        return translated("renamed");
    case ChangeClass::Deleted:
        return translated("deleted");
    case ChangeClass::Blocked:
        return translated("cannot be written");
    case ChangeClass::Declined:
        return translated("left out");
    case ChangeClass::NotNeeded:
        return translated("not needed with these answers");
    }
    Q_UNREACHABLE_RETURN(QString());
}

FileTreeModel::FileTreeModel(QObject *parent)
    : TreeRowModel(parent)
{
}

void FileTreeModel::setPlan(const Plan &plan)
{
    m_files.clear();
    for (const PlannedFile &file : plan.files)
        m_files += rowOf(plan, file);
    show();
}

void FileTreeModel::setLinked(const QMap<QByteArray, int> &counts, const QString &title)
{
    if (m_linked == counts && m_linkedTitle == title)
        return;
    m_linked = counts;
    m_linkedTitle = title;
    show();
}

void FileTreeModel::setUnsettled(const QSet<QByteArray> &notCurrent,
                                 const QSet<QByteArray> &notFinal)
{
    if (m_notCurrent == notCurrent && m_notFinal == notFinal)
        return;
    m_notCurrent = notCurrent;
    m_notFinal = notFinal;
    show();
}

void FileTreeModel::show()
{
    QList<FileTreeRow> files = m_files;
    for (FileTreeRow &file : files) {
        file.linked = m_linked.value(file.path);
        file.linkedTitle = file.linked > 0 ? m_linkedTitle : QString();
        file.isCurrent = !m_notCurrent.contains(file.path);
        file.isFinal = !m_notFinal.contains(file.path);
    }
    setTree(folderItems(files));
}

QModelIndex FileTreeModel::indexOfFile(const QByteArray &path) const
{
    return indexOf(fileKey(path));
}

QByteArrayList FileTreeModel::filesInOrder() const
{
    QByteArrayList files;
    const auto visit = [&](const auto &self, const QModelIndex &parent) -> void {
        for (int row = 0; row < rowCount(parent); ++row) {
            const QModelIndex index = this->index(row, 0, parent);
            if (!rowAt(index).isFolder)
                files += rowAt(index).path;
            self(self, index);
        }
    };
    visit(visit, {});
    return files;
}

QVariant FileTreeModel::data(const QModelIndex &index, int role) const
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
    case ChangeRole:
        return row.isAlike ? QVariant(int(row.change)) : QVariant();
    case ChangeTextRole:
        return row.isAlike ? changeText(row.change) : QString();
    case NotNeededRole:
        return !row.isFolder && row.change == ChangeClass::NotNeeded;
    case ErrorsRole:
        return row.errors;
    case WarningsRole:
        return row.warnings;
    case LinkedRole:
        return row.linked;
    case LinkedTextRole:
        return linkedText(row);
    case NotCurrentRole:
        return !row.isCurrent;
    case NotFinalRole:
        return !row.isFinal;
    default:
        return {};
    }
}

QHash<int, QByteArray> FileTreeModel::roleNames() const
{
    auto names = TreeRowModel::roleNames();
    names.insert({{PathRole, "path"},
                  {IsFolderRole, "isFolder"},
                  {ChangeRole, "change"},
                  {ChangeTextRole, "changeText"},
                  {NotNeededRole, "notNeeded"},
                  {ErrorsRole, "errors"},
                  {WarningsRole, "warnings"},
                  {LinkedRole, "linked"},
                  {LinkedTextRole, "linkedText"},
                  {NotCurrentRole, "notCurrent"},
                  {NotFinalRole, "notFinal"}});
    return names;
}

} // namespace waymark
