#pragma once

#include "models/catalog/form.h"

namespace waymark {

/// A form in which every question that needs an answer and has none has a stand-in, so that what
/// would be made can be shown. Only ever for showing: nobody answered that.
struct StandIns
{
    Form form;
    QStringList names = {}; ///< Of the top-level questions with a stand-in, in order of `form`.
};

/// `form` with stand-ins, which are the question's own placeholder, example, first choice or least
/// number where it allows that, else a text of the form that it asks for; lists and maps have as
/// many entries as they need. Nothing: all that is needed is answered.
[[nodiscard]] std::optional<StandIns> withStandIns(const Form &form);

} // namespace waymark
