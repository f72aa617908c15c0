#pragma once

#include "models/catalog/answerproblem.h"
#include "models/catalog/branches.h"
#include "models/catalog/violations.h"

namespace waymark {

/// What a problem is about, as its reader knows it.
struct AnswerSubject
{
    AnswerPath path;
    QString title;
    QString help; ///< What the form says beside the question.
    bool isSecret = false;
    bool isItem = false; ///< Of a list: what is inside is called after it.
};

/// The problem of an answer that goes against `keyword` of `schema`, in plain words or in the
/// template's own (`errorMessage`).
[[nodiscard]] AnswerProblem violationProblem(const AnswerSubject &subject, const Schema &schema,
                                             Keyword keyword, const Value &answer);

/// The problem of a question that has no answer and needs one; `around` is the map it belongs to.
[[nodiscard]] AnswerProblem missingProblem(const AnswerSubject &subject,
                                           const SchemaPieces &around);

/// The problem of `name` in a map whose questions are `known`.
[[nodiscard]] AnswerProblem unknownProblem(const AnswerSubject &subject, const QString &name,
                                           const QStringList &known);

/// An answer for which the template has no branch (or, `isAmbiguous`, more than one).
[[nodiscard]] AnswerProblem branchProblem(const AnswerSubject &subject, bool isAmbiguous);

/// The template's own words for the property `name` of `around`, whatever is wrong; mostly empty.
[[nodiscard]] QString wordsAround(const SchemaPieces &around, const QString &name);

} // namespace waymark
