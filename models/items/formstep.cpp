#include "models/items/formstep.h"

#include "models/base/textcontext.h"
#include "models/catalog/answertext.h"
#include "models/items/counted.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qsizetype mostInSummary = 2;
constexpr qsizetype longestInSummary = 40; // UTF-16 units of one answer

constexpr TextContext translated("FormModel");

/// "orders", "port 8080", "Public": what tells most in the fewest words.
QString inShort(const FormField &field)
{
    const QString text = answerWithUnit(field.parameter, *field.value).simplified();
    const QString &title = field.parameter.title;
    switch (field.kind) {
    case FieldKind::Integer:
    case FieldKind::Number:
        return title.at(0).toLower() + title.sliced(1) + u' ' + text;
    case FieldKind::Boolean:
        return *field.value == Value(true) ? title : QString();
    default:
        return text.size() > longestInSummary ? text.first(longestInSummary - 1) + u'…' : text;
    }
}

bool isShort(const FormField &field)
{
    using enum FieldKind;
    const bool isOther = field.kind == Secret || field.kind == Group || field.kind == Data
        || field.kind == File || field.kind == TextList || field.kind == TextMap
        || field.kind == MultipleChoice || field.kind == MultiLine;
    return !isOther && field.value && !field.value->isNull() && !field.isUnreadable;
}

/// Required answers, then those that depart from the golden path, then the rest.
QString answersInShort(const QList<FormField> &fields)
{
    QList<const FormField *> chosen;
    const auto weight = [](const FormField *field) {
        return field->parameter.required ? 0 : field->golden == GoldenState::Changed ? 1 : 2;
    };
    for (const FormField &field : fields) {
        if (isShort(field) && !inShort(field).isEmpty())
            chosen += &field;
    }
    std::ranges::stable_sort(chosen, {}, weight);
    QStringList words;
    for (const FormField *field :
         std::as_const(chosen).first(std::min(mostInSummary, chosen.size())))
        words += inShort(*field);
    return words.join(u", "_s);
}

QString summaryOf(const FormStep &step, const QList<FormField> &fields)
{
    if (step.errors > 0)
        return counted("FormModel", "1 answer to fix", "%n answers to fix", step.errors);
    if (step.state == StepState::Done)
        return answersInShort(fields);
    if (step.lacking > 0)
        return counted("FormModel", "1 answer needed", "%n answers needed", step.lacking);
    const bool isGolden = std::ranges::any_of(
        fields, [](const FormField &field) { return field.golden == GoldenState::Kept; });
    const bool isChanged = std::ranges::any_of(
        fields, [](const FormField &field) { return field.golden == GoldenState::Changed; });
    return isGolden && !isChanged ? translated("Golden defaults") : answersInShort(fields);
}

} // namespace

FormStep stepOf(const FormPage &page, int number, const QList<FormField> &fields,
                const FormVisits &visits)
{
    FormStep step{.page = number, .title = page.title, .description = page.description};
    step.isCurrent = number == visits.current;
    for (const FormField &field : fields) {
        step.errors += field.problem && field.isProblemShown ? 1 : 0;
        step.lacking += field.problem && field.problem->code == u"answer.missing" ? 1 : 0;
    }
    if (step.errors > 0)
        step.state = StepState::Problems;
    else if (step.isCurrent)
        step.state = StepState::Current;
    else if (visits.left.contains(number))
        step.state = StepState::Done;
    step.summary = summaryOf(step, fields);
    return step;
}

} // namespace waymark
