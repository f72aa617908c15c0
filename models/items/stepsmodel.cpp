#include "models/items/stepsmodel.h"

#include "models/base/textcontext.h"
#include "models/items/counted.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("StepsModel");

StepRow rowOf(const QModelIndex &page)
{
    const int number = page.data(FormModel::PageRole).toInt();
    return {.key = QString::number(number),
            .page = number,
            .title = page.data().toString(),
            .summary = page.data(FormModel::SummaryRole).toString(),
            .state = StepState(page.data(FormModel::StepStateRole).toInt()),
            .isCurrent = page.data(FormModel::CurrentRole).toBool()};
}

} // namespace

StepsModel::StepsModel(FormModel &form, QObject *parent)
    : RowModel(parent)
    , m_form(form)
{
    connect(&form, &FormModel::shownProblemsChanged, this, &StepsModel::update);
    update();
}

void StepsModel::setFileCount(int files)
{
    m_files = files;
    update();
}

void StepsModel::update()
{
    QList<StepRow> steps;
    for (int row = 0; row < m_form.rowCount(); ++row)
        steps += rowOf(m_form.index(row, 0));
    if (!steps.isEmpty()) {
        const QString files = counted("StepsModel", "1 file", "%n files", m_files);
        steps += StepRow{.key = u"review"_s,
                         .title = translated("Review and commit"),
                         .summary = m_files > 0 ? files : QString()};
    }
    setRows(steps);
    if (!steps.isEmpty() && current() < 0) {
        m_form.setCurrentPage(steps.first().page); // its own page is not asked (any more)
        return;
    }
    const int page = steps.isEmpty() ? -1 : rows().at(current()).page;
    if (page == m_shown)
        return;
    m_shown = page;
    m_warned = -1;
    Q_EMIT currentChanged();
}

int StepsModel::current() const
{
    const auto found = std::ranges::find(rows(), true, &StepRow::isCurrent);
    return found == rows().end() ? -1 : int(found - rows().begin());
}

QString StepsModel::position() const
{
    return translated("Step %1 of %2").arg(current() + 1).arg(rowCount());
}

QString StepsModel::goOnText() const
{
    const int next = current() + 1;
    if (next <= 0 || next >= rowCount())
        return translated("Continue");
    const StepRow &step = rows().at(next);
    return step.page < 0 ? step.title : translated("Continue to %1").arg(step.title);
}

void StepsModel::goTo(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    if (rows().at(row).page < 0)
        Q_EMIT reviewWanted();
    else
        m_form.setCurrentPage(rows().at(row).page);
}

void StepsModel::goOn()
{
    const int page = m_form.currentPage();
    const AnswerPath mistake = m_form.firstProblem(page);
    if (!mistake.isEmpty() && m_warned != page) {
        m_warned = page;
        m_form.showProblems(page);
        Q_EMIT mistakeFound(mistake);
        return;
    }
    goBy(1);
}

bool StepsModel::goToField(const AnswerPath &field)
{
    QModelIndex index = m_form.indexOfField(field);
    if (!index.isValid())
        return false;
    while (index.parent().isValid())
        index = index.parent();
    m_form.setCurrentPage(index.data(FormModel::PageRole).toInt());
    return true;
}

QVariant StepsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StepRow &row = rows().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::AccessibleTextRole:
        return row.summary.isEmpty() ? row.title : row.title + u", "_s + row.summary;
    case Qt::AccessibleDescriptionRole:
        return translated("Step %1 of %2").arg(index.row() + 1).arg(rowCount());
    case NumberRole:
        return index.row() + 1;
    case SummaryRole:
        return row.summary;
    case StateRole:
        return int(row.state);
    case CurrentRole:
        return row.isCurrent;
    case IsLastRole:
        return index.row() + 1 == rowCount();
    default:
        return {};
    }
}

QHash<int, QByteArray> StepsModel::roleNames() const
{
    auto names = RowModel::roleNames();
    names.insert({{NumberRole, "number"},
                  {SummaryRole, "summary"},
                  {StateRole, "state"},
                  {CurrentRole, "current"},
                  {IsLastRole, "isLast"}});
    return names;
}

} // namespace waymark
