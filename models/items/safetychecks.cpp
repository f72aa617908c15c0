#include "models/items/safetychecks.h"

#include "models/base/textcontext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("SafetyChecks");

QString fixText(SafetyRow::Fix fix)
{
    switch (fix) {
    case SafetyRow::Fix::None:
        return {};
    case SafetyRow::Fix::GoToProblem:
        return translated("Go to problem");
    case SafetyRow::Fix::LeaveOutSecret:
    case SafetyRow::Fix::LeaveOutFiles:
        return translated("Leave out");
    case SafetyRow::Fix::ChooseDestination:
        return translated("Choose another folder…");
    case SafetyRow::Fix::ChooseBranch:
        return translated("Choose another branch");
    case SafetyRow::Fix::SetAuthor:
        return translated("Say who you are…");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString spoken(const SafetyRow &row)
{
    const QString state = row.isPassed ? translated("passed") : translated("error");
    const QString text = row.title + u", "_s + state;
    return row.detail.isEmpty() ? text : text + u", "_s + row.detail;
}

} // namespace

SafetyChecks::SafetyChecks(QObject *parent)
    : RowModel(parent)
{
}

void SafetyChecks::setPlan(const Plan &plan, const QByteArrayList &declined)
{
    setRows(safetyRows(plan, declined));
}

bool SafetyChecks::allPassed() const
{
    return std::ranges::all_of(rows(), &SafetyRow::isPassed);
}

QVariant SafetyChecks::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SafetyRow &row = rows().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::AccessibleTextRole:
        return spoken(row);
    case PassedRole:
        return row.isPassed;
    case DetailRole:
        return row.detail;
    case FixRole:
        return int(row.fix);
    case FixTextRole:
        return fixText(row.fix);
    default:
        return {};
    }
}

QHash<int, QByteArray> SafetyChecks::roleNames() const
{
    auto names = RowModel::roleNames();
    names.insert({{PassedRole, "passed"},
                  {DetailRole, "detail"},
                  {FixRole, "fix"},
                  {FixTextRole, "fixText"}});
    return names;
}

} // namespace waymark
