#include "models/items/filesearchmodel.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/items/counted.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("FileSearchModel");

bool isSearched(const PlannedFile &file)
{
    return !file.dependsOnSecret && !file.change.content.isEmpty()
        && !file.change.content.contains('\0');
}

/// The lines of `file` that hold `needle`, as far as there is room for them in `found`.
void findIn(const PlannedFile &file, const QString &needle, const QString &name,
            QList<FoundLine> &found)
{
    const QString text = QString::fromUtf8(file.change.content);
    int line = 1;
    qsizetype seen = 0; // line ends up to here are in `line`
    for (qsizetype at = text.indexOf(needle, 0, Qt::CaseInsensitive); at >= 0;) {
        line += int(QStringView(text).sliced(seen, at - seen).count(u'\n'));
        seen = at;
        const qsizetype start = text.lastIndexOf(u'\n', at) + 1;
        const qsizetype newline = text.indexOf(u'\n', at);
        const qsizetype end = newline < 0 ? text.size() : newline;
        const QString place = name + u':' + QString::number(line);
        found += {.key = place,
                  .path = file.change.path,
                  .place = place,
                  .line = line,
                  .column = int(at - start) + 1,
                  .text = text.sliced(start, end - start).trimmed()};
        if (found.size() >= FileSearchModel::mostLines || newline < 0)
            return;
        at = text.indexOf(needle, newline, Qt::CaseInsensitive);
    }
}

} // namespace

FileSearchModel::FileSearchModel(QObject *parent)
    : RowModel(parent)
{
}

void FileSearchModel::find(const QString &needle, const Plan &plan)
{
    m_needle = needle;
    QList<FoundLine> found;
    for (const PlannedFile &file : plan.files) {
        if (needle.isEmpty() || found.size() >= mostLines)
            break;
        if (isSearched(file))
            findIn(file, needle, displayed(plan.shownPath(file.change.path)), found);
    }
    setRows(found);
}

QString FileSearchModel::summary() const
{
    if (m_needle.isEmpty())
        return {};
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
