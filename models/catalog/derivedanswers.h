#pragma once

#include "models/catalog/form.h"

namespace waymark {

/// What is known beside the answers.
struct AnswerSources
{
    QString destinationName; ///< The last part of DEST, as the user wrote it.
    QString userName; ///< git's user.name; empty where there is none.
};

/// Answers for name and owner where the template asks for them and nothing was given and they have
/// no default: the destination's name and the user's, as slugs that fit the parameter (its pattern,
/// length and choices). One that cannot be made to fit is left out. Map of name to answer.
[[nodiscard]] Map derivedAnswers(const Form &form, const AnswerSources &sources);

/// Whether the name of git's user may become an answer of `form`: else nobody needs to look for it.
[[nodiscard]] bool needsUserName(const Form &form);

/// One error that names every question that still has no answer and needs one; nothing where none
/// does. Whoever `isUserKnown` to git is not told how to make that so.
[[nodiscard]] std::optional<Problem> missingAnswers(const Form &form, bool isUserKnown);

} // namespace waymark
