#pragma once

#include "models/catalog/form.h"

namespace waymark {

/// An answer that is right, near one that is not.
struct FieldFix
{
    QString text; ///< As it is shown: "/healthz".
    Value value;
    friend bool operator==(const FieldFix &, const FieldFix &) = default;
};

/// What to put in the place of `text`, which stands at `path` of `form` and is wrong: the nearest
/// choice, a number within its limits and on its steps, a text without the blanks around it, in
/// small letters, with the sign in front that is asked for. Nothing where none of these is right;
/// never for a secret.
[[nodiscard]] std::optional<FieldFix> fixOf(const Form &form, const AnswerPath &path,
                                            const QString &text);

} // namespace waymark
