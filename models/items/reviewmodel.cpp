#include "models/items/reviewmodel.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/items/counted.h"
#include "models/items/filetreemodel.h"
#include "models/items/searchwords.h"
#include "models/plan/folder.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("ReviewModel");

enum class Group : quint8 { Blocked, Modified, Deleted, Added, Kept, Hidden };

/// A file that is declined stands where it would stand otherwise.
Group groupOf(const Change &change)
{
    switch (change.kind) {
    case ChangeClass::Blocked:
    case ChangeClass::Conflict:
        return Group::Blocked;
    case ChangeClass::Updated:
    case ChangeClass::Merged:
    case ChangeClass::Renamed:
        return Group::Modified;
    case ChangeClass::Deleted:
        return Group::Deleted;
    case ChangeClass::Kept:
        return Group::Kept;
    case ChangeClass::New:
        return Group::Added;
    case ChangeClass::Declined:
        return change.oldMode ? Group::Modified : Group::Added;
    case ChangeClass::Unchanged:
    case ChangeClass::NotNeeded:
        return Group::Hidden;
    }
    Q_UNREACHABLE_RETURN(Group::Hidden);
}

QString titleOf(Group group)
{
    static constexpr std::array<const char *, 5> titles = {
        QT_TRANSLATE_NOOP("ReviewModel", "Cannot be written"),
        QT_TRANSLATE_NOOP("ReviewModel", "Modified"),
        QT_TRANSLATE_NOOP("ReviewModel", "Deleted"),
        QT_TRANSLATE_NOOP("ReviewModel", "Added"),
        QT_TRANSLATE_NOOP("ReviewModel", "Yours are kept"),
    };
    return translated(titles.at(size_t(group)));
}

bool hasWords(const QString &path, const QList<SearchWord> &words)
{
    const QString there = folded(path);
    return std::ranges::all_of(words,
                               [&](const SearchWord &word) { return there.contains(word.text); });
}

QString spoken(const ReviewRow &row)
{
    QStringList parts = {row.title};
    if (!row.detail.isEmpty())
        parts += row.detail;
    if (!row.isHeading)
        parts += changeText(row.change);
    if (row.lines.added > 0)
        parts += counted("ReviewModel", "1 line added", "%n lines added", row.lines.added);
    if (row.lines.removed > 0)
        parts += counted("ReviewModel", "1 line removed", "%n lines removed", row.lines.removed);
    if (row.errors > 0)
        parts += counted("ReviewModel", "1 error", "%n errors", row.errors);
    return parts.join(u", "_s);
}

ReviewRow headingOf(const QString &title, int count)
{
    return {.key = u"heading "_s + title,
            .isHeading = true,
            .title = title,
            .detail = counted("ReviewModel", "1 file", "%n files", count),
            .path = {},
            .lines = {}};
}

} // namespace

ReviewModel::ReviewModel(Worker::Executor execute, QObject *parent)
    : RowModel(parent)
    , m_counter(std::move(execute))
{
    connect(&m_counter, &LineCounter::counted, this, &ReviewModel::takeCounts);
}

void ReviewModel::setPlan(const Plan &plan)
{
    m_counter.count(plan);
    QList<std::pair<Group, ReviewRow>> files;
    for (const PlannedFile &file : plan.files) {
        if (const Group group = groupOf(file.change); group != Group::Hidden)
            files += {group, rowOf(plan, file)};
    }
    std::ranges::stable_sort(files, {}, [](const auto &file) { return file.first; });
    m_files.clear();
    for (auto &[group, row] : files) {
        row.key = titleOf(group) + u'\n' + QString::fromLatin1(row.path);
        m_files += row;
    }
    show();
}

/// Of large files, which are counted meanwhile.
void ReviewModel::takeCounts()
{
    for (ReviewRow &file : m_files)
        file.lines = m_counter.of(file.path);
    show();
}

ReviewRow ReviewModel::rowOf(const Plan &plan, const PlannedFile &file) const
{
    const Change &change = file.change;
    const QByteArray shown = plan.shownPath(change.path);
    const bool isWritten = change.isWritten() || change.kind == ChangeClass::Declined;
    ReviewRow row{.key = {},
                  .title = displayed(nameOf(shown)),
                  .detail = displayed(parentOf(shown)),
                  .path = change.path,
                  .change = change.kind,
                  .canBeLeftOut = isWritten || change.kind == ChangeClass::Blocked
                      || m_declined.contains(change.path),
                  .lines = m_counter.of(change.path)};
    row.errors = int(std::ranges::count(change.problems, Severity::Error, &Problem::severity));
    return row;
}

void ReviewModel::setFilter(const QString &text)
{
    m_filter = text;
    show();
}

void ReviewModel::show()
{
    const QList<SearchWord> words = searchWords(m_filter);
    QList<ReviewRow> shown;
    QString group;
    qsizetype heading = 0;
    for (ReviewRow &file : m_files) {
        file.isChecked = !m_declined.contains(file.path);
        if (!hasWords(displayed(file.path), words))
            continue;
        const QString title = file.key.section(u'\n', 0, 0);
        if (title != group) {
            heading = shown.size();
            shown += headingOf(title, 0);
        }
        group = title;
        shown += file;
        shown[heading] = headingOf(title, int(shown.size() - heading - 1));
    }
    setRows(shown);
}

QByteArrayList ReviewModel::declined() const
{
    QByteArrayList paths(m_declined.cbegin(), m_declined.cend());
    std::ranges::sort(paths);
    return paths;
}

void ReviewModel::setDeclined(const QByteArrayList &paths)
{
    m_declined = QSet<QByteArray>(paths.cbegin(), paths.cend());
    show();
}

void ReviewModel::setAllChecked(bool isChecked)
{
    QByteArrayList paths;
    for (const ReviewRow &row : rows()) {
        if (!row.isHeading && row.canBeLeftOut)
            paths += row.path;
    }
    setChecked(paths, isChecked);
}

void ReviewModel::setChecked(const QByteArrayList &paths, bool isChecked)
{
    const QSet<QByteArray> before = m_declined;
    for (const QByteArray &path : paths) {
        if (isChecked)
            m_declined.remove(path);
        else
            m_declined.insert(path);
    }
    if (m_declined == before)
        return;
    show();
    Q_EMIT declinedChanged();
}

Qt::CheckState ReviewModel::allChecked() const
{
    const int checked = checkedCount();
    return checked == 0          ? Qt::Unchecked
        : checked == fileCount() ? Qt::Checked
                                 : Qt::PartiallyChecked;
}

int ReviewModel::checkedCount() const
{
    return int(std::ranges::count(m_files, true, &ReviewRow::isChecked));
}

LineCounts ReviewModel::total() const
{
    LineCounts total;
    for (const ReviewRow &file : m_files) {
        total.added += file.isChecked ? file.lines.added : 0;
        total.removed += file.isChecked ? file.lines.removed : 0;
    }
    return total;
}

QModelIndex ReviewModel::nextFile(const QModelIndex &from, bool backwards) const
{
    const int step = backwards ? -1 : 1;
    int row = from.isValid() ? from.row() + step : backwards ? rowCount() - 1 : 0;
    while (row >= 0 && row < rowCount() && rows().at(row).isHeading)
        row += step;
    return index(row);
}

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReviewRow &row = rows().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::AccessibleTextRole:
        return spoken(row);
    case Qt::CheckStateRole:
        return row.isHeading ? QVariant() : row.isChecked ? Qt::Checked : Qt::Unchecked;
    case IsHeadingRole:
        return row.isHeading;
    case DetailRole:
        return row.detail;
    case PathRole:
        return row.path;
    case ChangeRole:
        return int(row.change);
    case ChangeTextRole:
        return row.isHeading ? QString() : changeText(row.change);
    case AddedRole:
        return row.lines.added;
    case RemovedRole:
        return row.lines.removed;
    case BinaryRole:
        return row.lines.isBinary;
    case ErrorsRole:
        return row.errors;
    default:
        return {};
    }
}

bool ReviewModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    setChecked({rows().at(index.row()).path}, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags ReviewModel::flags(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReviewRow &row = rows().at(index.row());
    if (row.isHeading)
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    const Qt::ItemFlags flags = RowModel::flags(index);
    return row.canBeLeftOut ? flags | Qt::ItemIsUserCheckable : flags;
}

QHash<int, QByteArray> ReviewModel::roleNames() const
{
    auto names = RowModel::roleNames();
    names.insert({{IsHeadingRole, "isHeading"},
                  {DetailRole, "detail"},
                  {PathRole, "path"},
                  {ChangeRole, "change"},
                  {ChangeTextRole, "changeText"},
                  {AddedRole, "added"},
                  {RemovedRole, "removed"},
                  {BinaryRole, "binary"},
                  {ErrorsRole, "errors"}});
    return names;
}

} // namespace waymark
