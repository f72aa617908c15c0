#include "models/items/problemsmodel.h"

#include "models/base/textcontext.h"
#include "models/items/counted.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("ProblemsModel");

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return translated("note");
    case Severity::Warning:
        return translated("warning");
    case Severity::Error:
        return translated("error");
    }
    Q_UNREACHABLE_RETURN(QString());
}

ProblemsModel::Link linkOf(const ProblemRow &row)
{
    if (!row.field.isEmpty())
        return ProblemsModel::Link::Field;
    if (!row.templateFile.isEmpty())
        return ProblemsModel::Link::Template;
    return row.file.isEmpty() ? ProblemsModel::Link::None : ProblemsModel::Link::Line;
}

QString linkText(ProblemsModel::Link link)
{
    switch (link) {
    case ProblemsModel::Link::None:
        return {};
    case ProblemsModel::Link::Field:
        return translated("Go to field");
    case ProblemsModel::Link::Line:
        return translated("Go to line");
    case ProblemsModel::Link::Template:
        return translated("Show in template");
    }
    Q_UNREACHABLE_RETURN(QString());
}

} // namespace

ProblemsModel::ProblemsModel(QObject *parent)
    : RowModel(parent)
{
}

void ProblemsModel::setProblems(const QList<ProblemRow> &problems)
{
    setRows(problems);
}

int ProblemsModel::count(Severity severity) const
{
    return int(std::ranges::count(rows(), severity, &ProblemRow::severity));
}

QString ProblemsModel::summary() const
{
    QStringList parts;
    if (const int errors = count(Severity::Error))
        parts += counted("ProblemsModel", "1 error", "%n errors", errors);
    if (const int warnings = count(Severity::Warning))
        parts += counted("ProblemsModel", "1 warning", "%n warnings", warnings);
    if (const int notes = count(Severity::Note))
        parts += counted("ProblemsModel", "1 note", "%n notes", notes);
    return parts.join(u", "_s);
}

QModelIndex ProblemsModel::next(const QModelIndex &from, bool backwards) const
{
    const int count = rowCount();
    if (count == 0)
        return {};
    if (!from.isValid())
        return index(backwards ? count - 1 : 0);
    return index((from.row() + (backwards ? count - 1 : 1)) % count);
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ProblemRow &row = rows().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.message;
    case Qt::AccessibleTextRole:
        return u"%1, %2, %3"_s.arg(severityText(row.severity), row.place, row.message);
    case SeverityRole:
        return int(row.severity);
    case SeverityTextRole:
        return severityText(row.severity);
    case PlaceRole:
        return row.place;
    case HintRole:
        return row.hint;
    case LinkRole:
        return int(linkOf(row));
    case LinkTextRole:
        return linkText(linkOf(row));
    case FieldRole:
        return row.field;
    case FileRole:
        return row.file;
    case LineRole:
        return row.position.line;
    case ColumnRole:
        return row.position.column;
    case TemplateFileRole:
        return row.templateFile;
    case FixRole:
        return row.fix;
    default:
        return {};
    }
}

QHash<int, QByteArray> ProblemsModel::roleNames() const
{
    auto names = RowModel::roleNames();
    names.insert({{SeverityRole, "severity"},
                  {SeverityTextRole, "severityText"},
                  {PlaceRole, "place"},
                  {HintRole, "hint"},
                  {LinkRole, "link"},
                  {LinkTextRole, "linkText"},
                  {FieldRole, "field"},
                  {FileRole, "file"},
                  {LineRole, "line"},
                  {ColumnRole, "column"},
                  {TemplateFileRole, "templateFile"},
                  {FixRole, "fix"}});
    return names;
}

} // namespace waymark
