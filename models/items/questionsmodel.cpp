#include "models/items/questionsmodel.h"

#include "models/base/textcontext.h"
#include "models/catalog/answertext.h"
#include "models/items/counted.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("QuestionsModel");

/// What stands for the answer of `parameter`; its default is `value`, if any.
QString answerOf(const Parameter &parameter, const Value *value)
{
    if (parameter.isSecret())
        return translated("secret");
    QString text = value ? answerWithUnit(parameter, *value).simplified() : QString();
    if (!text.isEmpty())
        return text;
    return parameter.required ? translated("needed") : translated("optional");
}

QString conditionText(const QuestionCondition &condition, const Form &form)
{
    const auto decider = form.parameter({condition.decider});
    QStringList values;
    for (const Value &value : condition.values)
        values += u'“' + answerText(decider.value_or(Parameter()), value) + u'”';
    return translated("Asked when “%1” is %2.")
        .arg(decider ? decider->title : condition.decider, values.join(translated(" or ")));
}

QuestionRow rowOf(const Parameter &parameter, const QString &page, const TemplateExample &example,
                  const Map &defaults)
{
    const Value *value = defaults.find(parameter.name);
    const Value *shown = value   ? value
        : parameter.defaultValue ? &*parameter.defaultValue
                                 : nullptr;
    const Template &definition = example.definition;
    QuestionRow row{.key = parameter.name,
                    .title = parameter.title,
                    .help
                    = parameter.description.isEmpty() ? parameter.help : parameter.description,
                    .page = page,
                    .answer = answerOf(parameter, shown)};
    row.help = row.help.simplified();
    row.isNeeded = parameter.required && (!shown || answerText(parameter, *shown).isEmpty());
    row.isGolden
        = !parameter.isSecret() && definition.goldenDefault(parameter.name, defaults).has_value();
    if (row.isGolden && definition.sidecar)
        row.why = definition.sidecar->goldenOf(parameter.name).why;
    return row;
}

QString helpOf(const QuestionRow &row)
{
    return row.condition.isEmpty() ? row.help : QString(row.condition + u' ' + row.help).trimmed();
}

QString spoken(const QuestionRow &row)
{
    QStringList parts = {row.title, row.answer};
    if (row.isGolden)
        parts += translated("golden default");
    parts += helpOf(row);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace

QuestionsModel::QuestionsModel(QObject *parent)
    : RowModel(parent)
{
}

void QuestionsModel::setExample(const TemplateExample &example)
{
    QList<QuestionRow> rows;
    const Map defaults = example.form.defaults();
    const QList<FormPage> pages = example.form.pages();
    for (const FormPage &page : pages) {
        for (const Parameter &parameter : page.parameters) {
            if (!parameter.isHidden())
                rows += rowOf(parameter, page.title, example, defaults);
        }
    }
    for (const ConditionalQuestion &question : example.conditional) {
        const auto isKnown = [&](const QuestionRow &r) { return r.key == question.parameter.name; };
        if (question.parameter.isHidden() || std::ranges::any_of(rows, isKnown))
            continue;
        QuestionRow row = rowOf(question.parameter, question.page, example, defaults);
        row.condition = conditionText(question.condition, example.form);
        rows += row;
    }
    setRows(rows);
}

QString QuestionsModel::summary() const
{
    const auto needed = std::ranges::count_if(
        rows(), [](const QuestionRow &row) { return row.isNeeded && row.condition.isEmpty(); });
    const auto free = std::ranges::count_if(
        rows(), [](const QuestionRow &row) { return !row.isNeeded && row.condition.isEmpty(); });
    QStringList parts;
    if (needed > 0)
        parts += translated("%1 needed").arg(needed);
    if (free > 0)
        parts += counted("QuestionsModel", "1 can stay as it is", "%n can stay as they are", free);
    return parts.join(u", "_s);
}

QVariant QuestionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QuestionRow &row = rows().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::AccessibleTextRole:
        return spoken(row);
    case Qt::AccessibleDescriptionRole:
    case WhyRole:
        return row.why;
    case HelpRole:
        return helpOf(row);
    case PageRole:
        return row.page;
    case AnswerRole:
        return row.answer;
    case NeededRole:
        return row.isNeeded;
    case GoldenRole:
        return row.isGolden;
    default:
        return {};
    }
}

QHash<int, QByteArray> QuestionsModel::roleNames() const
{
    auto names = RowModel::roleNames();
    names.insert({{HelpRole, "help"},
                  {PageRole, "page"},
                  {AnswerRole, "answer"},
                  {NeededRole, "needed"},
                  {GoldenRole, "golden"},
                  {WhyRole, "why"}});
    return names;
}

} // namespace waymark
