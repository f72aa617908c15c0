#include "models/items/problemsmodel.h"

#include "models/base/utf8.h"
#include "models/items/formmodel.h"
#include "models/plan/folder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString placeText(const QString &file, std::optional<SourcePosition> position)
{
    const QString name = file.section(u'/', -1);
    return position ? name + u':' + QString::number(position->line) : name;
}

/// Collects rows whose keys differ.
class Collector
{
public:
    Collector(const FormModel &form, const LineLinks &links)
        : m_form(form)
        , m_links(links)
    {
    }

    QList<ProblemRow> run()
    {
        for (const AnswerProblem &problem : m_form.problems(true))
            addAnswer(problem);
        addTemplate();
        for (const PlannedFile &file : m_links.plan().files) {
            for (const Problem &problem : file.change.problems)
                addFile(file, problem);
        }
        std::ranges::stable_sort(m_rows, std::greater(), &ProblemRow::severity);
        return m_rows;
    }

private:
    void add(ProblemRow row, const Problem &problem)
    {
        row.severity = problem.severity;
        row.message = problem.message;
        row.hint = problem.hint;
        const QString key = u"%1|%2|%3|%4"_s.arg(problem.code, row.field.join(u'.'),
                                                 QString::fromLatin1(row.file), row.templateFile);
        row.key = key + u'|' + QString::number(m_counts[key]++);
        m_rows += row;
    }

    void addAnswer(const AnswerProblem &problem)
    {
        const QModelIndex index = m_form.indexOfField(problem.path);
        ProblemRow row{.field = index.data(FormModel::PathRole).toStringList()};
        row.place = index.data().toString();
        row.fix = index.data(FormModel::FixRole).toString();
        if (const auto line = m_links.next(problem.path.value(0), {}); line && index.isValid()) {
            row.file = line->path;
            row.position.line = line->line;
            row.place = placeText(displayed(m_links.plan().shownPath(line->path)), row.position);
        }
        add(row, problem.problem);
    }

    /// Those of the plan that are not the form's own, which it has too.
    void addTemplate()
    {
        QList<Problem> own;
        for (const AnswerProblem &problem : m_form.form().problems())
            own += problem.problem;
        for (const Problem &problem : m_links.plan().problems) {
            if (own.contains(problem))
                continue;
            ProblemRow row{.templateFile = problem.file};
            row.place = placeText(problem.file, problem.position);
            row.position = problem.position.value_or(SourcePosition());
            add(row, problem);
        }
    }

    /// One without a place in the file itself may have one in the template.
    void addFile(const PlannedFile &file, const Problem &problem)
    {
        const QByteArray &path = file.change.path;
        const QString shown = displayed(m_links.plan().shownPath(path));
        const bool isElsewhere
            = !problem.file.isEmpty() && problem.file != displayed(path) && problem.file != shown;
        ProblemRow row{.file = path, .templateFile = isElsewhere ? problem.file : QString()};
        row.position = problem.position.value_or(SourcePosition());
        row.place = placeText(isElsewhere ? problem.file : shown, problem.position);
        if (problem.position && !isElsewhere) {
            const auto origin = m_links.origin(path, row.position);
            const QString answer = origin ? origin->answers.value(0) : QString();
            if (m_form.indexOfField({answer}).isValid())
                row.field = {answer};
        }
        add(row, problem);
    }

    const FormModel &m_form;
    const LineLinks &m_links;
    QList<ProblemRow> m_rows;
    QHash<QString, int> m_counts;
};

} // namespace

QList<ProblemRow> problemRows(const FormModel &form, const LineLinks &links)
{
    return Collector(form, links).run();
}

} // namespace waymark
