#pragma once

#include "models/catalog/answerwords.h"
#include "models/catalog/branches.h"

namespace waymark {

/// Every problem of `answer` (null: there is none) to the question `subject`, for which `pieces`
/// hold; at most one a path, in the order of the form. `around` is the map that the question
/// belongs to.
[[nodiscard]] QList<AnswerProblem> checkAnswer(const AnswerSubject &subject,
                                               const AskedProperty &question, const Value *answer,
                                               const SchemaPieces &around);

/// What is wrong with the answers of a page together.
[[nodiscard]] QList<AnswerProblem> checkPage(const QString &title, const Schema &page,
                                             const Resolved &resolved, const Value &answers);

/// The subject of a question.
[[nodiscard]] AnswerSubject subjectOf(const Parameter &parameter);

} // namespace waymark
