#include "models/items/filesearchmodel.h"

#include "models/base/textcontext.h"
#include "models/items/counted.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("FileSearchModel");

} // namespace

FileSearchModel::FileSearchModel(Worker::Executor execute, QObject *parent)
    : RowModel(parent)
    , m_worker(std::move(execute), Worker::Late::Dropped)
{
}

void FileSearchModel::find(const QString &needle, const Plan &plan)
{
    m_needle = needle;
    if (needle.isEmpty()) {
        m_worker.stop();
        return take({});
    }
    m_isSearching = true;
    m_worker.start([this, needle, searched = SearchedFiles{plan.files, plan.shownPaths}](
                       const std::stop_token &stop, const Worker::Report &) -> Worker::Delivery {
        return [this, found = foundLines(searched, needle, mostLines, stop)] { take(found); };
    });
}

void FileSearchModel::take(const QList<FoundLine> &found)
{
    m_isSearching = false;
    setRows(found);
    Q_EMIT finished();
}

QString FileSearchModel::summary() const
{
    if (m_needle.isEmpty())
        return {};
    if (m_isSearching)
        return translated("Searching");
    if (rows().isEmpty())
        return translated("No matches");
    QSet<QByteArray> files;
    for (const FoundLine &line : rows())
        files += line.path;
    const QString lines = counted("FileSearchModel", "1 line", "%n lines", rows().size());
    const QString all = counted("FileSearchModel", "%1 in 1 file", "%1 in %n files", files.size());
    return rows().size() < mostLines ? all.arg(lines)
                                     : translated("The first %1").arg(all.arg(lines));
}

QVariant FileSearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FoundLine &row = rows().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case Qt::AccessibleTextRole:
        return row.place + u", "_s + row.text;
    case PlaceRole:
        return row.place;
    case FileRole:
        return row.path;
    case LineRole:
        return row.line;
    case ColumnRole:
        return row.column;
    default:
        return {};
    }
}

QHash<int, QByteArray> FileSearchModel::roleNames() const
{
    auto names = RowModel::roleNames();
    names.insert(
        {{PlaceRole, "place"}, {FileRole, "file"}, {LineRole, "line"}, {ColumnRole, "column"}});
    return names;
}

} // namespace waymark
