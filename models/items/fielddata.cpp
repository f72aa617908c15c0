#include "models/items/formmodel.h"

#include "models/catalog/jsonvalues.h"

#include <algorithm>

namespace waymark {
namespace {

QVariant numberOf(const std::optional<Value> &value)
{
    if (!value)
        return {};
    if (const Integer *integer = value->toInteger())
        return integer->toInt64() ? QVariant(qlonglong(*integer->toInt64()))
                                  : QVariant(integer->toDouble());
    return value->toFloat() ? QVariant(*value->toFloat()) : QVariant();
}

/// `limit`, or the next whole number inside of `exclusive`.
QVariant limitOf(const std::optional<Value> &limit, const std::optional<Value> &exclusive,
                 int inside)
{
    const QVariant outer = numberOf(exclusive);
    if (limit || !outer.isValid())
        return numberOf(limit);
    return outer.typeId() == QMetaType::LongLong ? QVariant(outer.toLongLong() + inside) : outer;
}

QStringList titlesOf(const QList<ParameterChoice> &choices)
{
    QStringList titles;
    for (const ParameterChoice &choice : choices)
        titles += choice.title;
    return titles;
}

QList<int> chosenOf(const FormField &field)
{
    QList<int> chosen;
    const List *values = field.value ? field.value->toList() : nullptr;
    for (qsizetype i = 0; values && i < field.parameter.choices.size(); ++i) {
        const Value &choice = field.parameter.choices.at(i).value;
        if (std::ranges::any_of(*values, [&](const Value &v) { return isSameJson(v, choice); }))
            chosen += int(i);
    }
    return chosen;
}

QVariant problemData(const FormField &field, int role)
{
    if (!field.problem || !field.isProblemShown)
        return role == FormModel::ProblemItemRole ? QVariant(-1) : QVariant(QString());
    switch (role) {
    case FormModel::ProblemRole:
        return field.problem->message;
    case FormModel::ProblemHintRole:
        return field.problem->hint;
    case FormModel::ProblemItemRole:
        return field.problemItem;
    default:
        return field.fix ? field.fix->text : QString();
    }
}

QVariant answerData(const FormField &field, int role)
{
    const Parameter::Limits &limits = field.parameter.limits;
    switch (role) {
    case Qt::EditRole:
        return field.text;
    case FormModel::ItemsRole:
        return field.items;
    case FormModel::ChoicesRole:
        return titlesOf(field.parameter.choices);
    case FormModel::ChoiceRole:
        return choiceOf(field.parameter, field.value);
    case FormModel::ChosenRole:
        return QVariant::fromValue(chosenOf(field));
    case FormModel::MinimumRole:
        return limitOf(limits.minimum, limits.exclusiveMinimum, 1);
    case FormModel::MaximumRole:
        return limitOf(limits.maximum, limits.exclusiveMaximum, -1);
    case FormModel::StepRole:
        return numberOf(limits.multipleOf);
    case FormModel::UnreadableRole:
        return field.isUnreadable;
    case FormModel::ProblemRole:
    case FormModel::ProblemHintRole:
    case FormModel::ProblemItemRole:
    case FormModel::FixRole:
        return problemData(field, role);
    default:
        return {};
    }
}

} // namespace

QVariant fieldData(const FormField &field, int role)
{
    const Parameter &parameter = field.parameter;
    switch (role) {
    case Qt::DisplayRole:
        return parameter.title;
    case Qt::AccessibleTextRole:
        return spokenName(field);
    case Qt::AccessibleDescriptionRole:
        return spokenDescription(field);
    case FormModel::IsPageRole:
        return false;
    case FormModel::PathRole:
        return parameter.path;
    case FormModel::KindRole:
        return int(field.kind);
    case FormModel::DescriptionRole:
        return parameter.description;
    case FormModel::HelpRole:
        return parameter.help;
    case FormModel::PlaceholderRole:
        return parameter.placeholder;
    case FormModel::RequiredRole:
        return parameter.required;
    case FormModel::ReadOnlyRole:
        return parameter.readOnly;
    case FormModel::GoldenStateRole:
        return int(field.golden);
    case FormModel::GoldenTextRole:
        return field.goldenText;
    case FormModel::WhyRole:
        return field.why;
    case FormModel::ReasonRole:
        return field.reason;
    default:
        return answerData(field, role);
    }
}

} // namespace waymark
