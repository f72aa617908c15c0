#include "models/catalog/conditions.h"

#include "models/catalog/decidinganswers.h"

#include <QSet>

#include <algorithm>

namespace waymark {
namespace {

constexpr qsizetype mostTrials = 100; // of other answers: each fills in the form again

/// What `parameter` can be answered with, where that is a short list.
QList<Value> possibleAnswers(const Parameter &parameter)
{
    if (parameter.type == Parameter::Type::Boolean)
        return {Value(true), Value(false)};
    QList<Value> values;
    if (parameter.type == Parameter::Type::Choice && parameter.choices.size() <= mostTrials) {
        for (const ParameterChoice &choice : parameter.choices)
            values += choice.value;
    }
    return values;
}

Form withAnswer(const Form &form, const QString &name, const Value &value)
{
    Form other = form;
    other.setAnswer({name}, value);
    return other;
}

/// The answers to `decider` with which `form` asks for `name`.
QuestionCondition conditionBy(const QString &decider, const QString &name, const Form &form)
{
    QuestionCondition condition{decider, {}};
    const auto parameter = form.parameter({decider});
    for (const Value &value : parameter ? possibleAnswers(*parameter) : QList<Value>()) {
        if (withAnswer(form, decider, value).parameter({name}))
            condition.values += value;
    }
    return condition;
}

/// Tries the answers that bring questions, and those that bring more of them then.
class Search
{
public:
    explicit Search(const Form &form)
        : m_deciders(decidingAnswers(form.schema()))
        , m_forms({form})
    {
        for (const Parameter &parameter : form.parameters())
            m_known.insert(parameter.name);
    }

    QList<ConditionalQuestion> found()
    {
        for (qsizetype i = 0; i < m_forms.size() && i < mostTrials; ++i)
            lookFrom(Form(m_forms.at(i)));
        return std::move(m_found);
    }

private:
    void lookFrom(const Form &form)
    {
        for (const QString &name : form.schema().names()) {
            if (m_known.contains(name))
                continue;
            const auto condition = conditionOf(name, m_deciders.value(name), form);
            if (condition)
                take(name, *condition,
                     withAnswer(form, condition->decider, condition->values.constFirst()));
        }
    }

    void take(const QString &name, const QuestionCondition &condition, const Form &asking)
    {
        m_known.insert(name);
        m_forms += asking;
        for (const FormPage &page : asking.pages()) {
            const auto found = std::ranges::find(page.parameters, name, &Parameter::name);
            if (found != page.parameters.end())
                m_found += {*found, page.title, condition};
        }
    }

    const QHash<QString, QStringList> m_deciders;
    QList<Form> m_forms; ///< From which other answers are tried.
    QSet<QString> m_known; ///< Names of questions.
    QList<ConditionalQuestion> m_found;
};

} // namespace

std::optional<QuestionCondition> conditionOf(const QString &name, const QStringList &deciders,
                                             const Form &form)
{
    for (const QString &decider : deciders) {
        QuestionCondition condition = conditionBy(decider, name, form);
        if (!condition.values.isEmpty())
            return condition;
    }
    return std::nullopt;
}

QList<ConditionalQuestion> conditionalQuestions(const Form &form)
{
    return Search(form).found();
}

} // namespace waymark
