#include "models/items/formfield.h"

#include "models/base/textcontext.h"
#include "models/catalog/answertext.h"
#include "models/catalog/jsonvalues.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("FormModel");

/// The item that `problem`, which is about something in `field`, is about.
int itemOf(const AnswerProblem &problem, const FormField &field)
{
    const AnswerPath &path = field.parameter.path;
    if (field.kind != FieldKind::TextList && field.kind != FieldKind::TextMap)
        return -1;
    if (problem.path.size() <= path.size())
        return problem.problem.position ? problem.problem.position->line - 1 : -1;
    const QString &step = problem.path.at(path.size());
    if (field.kind == FieldKind::TextList)
        return step.toInt();
    for (qsizetype i = 0; i + 1 < field.items.size(); i += 2) {
        if (field.items.at(i) == step)
            return int(i / 2);
    }
    return -1;
}

void takeText(FormField &field, const FormEdits &edits)
{
    const std::optional<QStringList> typed = edits.typed(field.parameter.path);
    field.isUnreadable = typed.has_value();
    field.items = fieldItems(field.parameter, field.value);
    const bool isList = field.kind == FieldKind::TextList || field.kind == FieldKind::TextMap;
    if (typed && isList)
        field.items = *typed;
    if (!isList && field.kind != FieldKind::Group)
        field.text = typed ? typed->value(0) : fieldText(field.parameter, field.value);
}

void takeGolden(FormField &field, const FormFacts &facts)
{
    const QString &name = field.parameter.name;
    const auto golden = facts.golden.constFind(name);
    if (field.parameter.path.size() != 1 || golden == facts.golden.cend())
        return;
    const bool isKept = isSameJson(*golden, field.value.value_or(Value()));
    field.golden = isKept ? GoldenState::Kept : GoldenState::Changed;
    field.goldenText = answerWithUnit(field.parameter, *golden);
    field.why = facts.edits.definition().sidecar->goldenOf(name).why;
    field.reason = facts.edits.reason(name);
}

/// What stands in the editor beside the number, unless the help says it anyway.
QString spokenUnit(const FormField &field)
{
    const bool isNumber = field.kind == FieldKind::Integer || field.kind == FieldKind::Number;
    const QString unit = field.parameter.unit();
    const bool isSaid = (field.parameter.description + field.parameter.help).contains(unit);
    return isNumber && !isSaid ? translated("in %1").arg(unit) : QString();
}

} // namespace

FormFacts::FormFacts(const FormEdits &form)
    : edits(form)
    , answers(form.form().answers())
    , golden(goldenDefaults(form))
    , problems(form.unreadable() + form.form().problems())
{
    for (qsizetype i = problems.size() - 1; i >= 0; --i) { // the first one is to stay
        AnswerPath path = problems.at(i).path;
        exactly.insert(path, i);
        for (; !path.isEmpty(); path.removeLast())
            inside.insert(path, i);
    }
}

FormField fieldOf(const Parameter &parameter, const FormFacts &facts)
{
    FormField field{.parameter = parameter, .kind = fieldKind(parameter)};
    const Value *value = facts.answers.find(parameter.path.first());
    for (qsizetype i = 1; value && i < parameter.path.size(); ++i)
        value = valueAt(*value, {parameter.path.at(i)});
    if (value)
        field.value = *value;
    takeText(field, facts.edits);
    takeGolden(field, facts);
    const auto &told = hasMembers(parameter) ? facts.exactly : facts.inside;
    if (const auto found = told.constFind(parameter.path); found != told.cend()) {
        field.problem = facts.problems.at(*found).problem;
        field.problemItem = itemOf(facts.problems.at(*found), field);
    }
    return field;
}

QString spokenName(const FormField &field)
{
    QString value;
    if (field.kind == FieldKind::Secret)
        value = field.text.isEmpty() ? translated("empty") : translated("hidden");
    else if (field.isUnreadable)
        value = field.text;
    else if (field.value && field.kind != FieldKind::Group)
        value = answerWithUnit(field.parameter, *field.value);
    return value.isEmpty() ? field.parameter.title : field.parameter.title + u", "_s + value;
}

QString spokenDescription(const FormField &field)
{
    QStringList parts = {spokenUnit(field), field.parameter.description, field.parameter.help};
    if (field.golden == GoldenState::Kept)
        parts += translated("golden default");
    if (field.golden == GoldenState::Changed)
        parts += translated("changed from golden %1").arg(field.goldenText);
    if (field.problem && field.isProblemShown)
        parts += field.problem->message;
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace waymark
