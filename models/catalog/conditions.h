#pragma once

#include "models/catalog/form.h"

namespace waymark {

/// What makes a question be asked: one answer, and what that may be.
struct QuestionCondition
{
    QString decider = {}; ///< The name of the other question.
    QList<Value> values = {}; ///< Any of its answers that bring the question.

    friend bool operator==(const QuestionCondition &, const QuestionCondition &) = default;
};

/// The first of `deciders` (see decidingAnswers()) that brings the question `name` when only its
/// answer in `form` changes; nothing where it takes more than that, or where an answer is no
/// choice.
[[nodiscard]] std::optional<QuestionCondition> conditionOf(const QString &name,
                                                           const QStringList &deciders,
                                                           const Form &form);

/// A question that is not asked with the answers so far.
struct ConditionalQuestion
{
    Parameter parameter;
    QString page; ///< The title of the page that has it.
    QuestionCondition condition; ///< What brings it, once the questions before it are answered so.
};

/// The questions that other answers than those of `form` bring, each with the answer that does,
/// in the order in which they come up: also those that only another of them brings.
[[nodiscard]] QList<ConditionalQuestion> conditionalQuestions(const Form &form);

} // namespace waymark
