#pragma once

#include "models/catalog/form.h"

namespace waymark {

/// The answer that `text`, typed at a prompt or behind `--set NAME=`, gives to `parameter`: by its
/// type (42, 0.5, yes, a choice by value or title), JSON for lists, maps and groups, nothing else.
/// The answer is of the right type; limits are the form's to check. The text of a
/// secret, or of what holds one, is never in the error.
[[nodiscard]] Result<Value> readAnswer(const Parameter &parameter, const QString &text);

/// `answer` as readAnswer() takes it and a person reads it: choices by their title, lists as JSON.
[[nodiscard]] QString answerText(const Parameter &parameter, const Value &answer);
/// The same to be read only: a number with its unit, "256 MiB".
[[nodiscard]] QString answerWithUnit(const Parameter &parameter, const Value &answer);

/// The path that `name` means: one question of `schema` where it is called so as a whole, else
/// through groups at each dot.
[[nodiscard]] AnswerPath namedPath(const QString &name, const FormSchema &schema);

/// One `NAME=VALUE`; NAME may be a path ("database.size"). A name that the template never asks for
/// is an error with the nearest one; a name that is asked for only with other answers is read as
/// well.
struct NamedAnswer
{
    AnswerPath path;
    Value value;
    friend bool operator==(const NamedAnswer &, const NamedAnswer &) = default;
};
[[nodiscard]] Result<NamedAnswer> readNamedAnswer(const Form &form, const QString &nameAndText);

/// Every answer of `form` that is not what stands where nothing was given, as readNamedAnswer()
/// takes it; what holds a secret is left out.
[[nodiscard]] QStringList namedAnswers(const Form &form);

} // namespace waymark
