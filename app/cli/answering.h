#pragma once

#include "app/cli/arguments.h"
#include "app/cli/refusal.h"
#include "models/catalog/form.h"

#include <QMap>

namespace waymark::cli {

/// Answers as the command line gives them.
struct GivenAnswers
{
    Form form;
    QMap<QString, QString> reasons; ///< Why an answer departs from its golden default, by its name.
    QStringList names; ///< What was given in a file or an option, in no order.
};

/// The form of `schema`, filled in from --answers, then --set and --secret, and the reasons of
/// --reason. Everything wrong with them is told at once; an answer that is wrong by its limits is
/// not (see Form::problems()), since others may come.
[[nodiscard]] Attempt<GivenAnswers> collectAnswers(const FormSchema &schema,
                                                   const Arguments &arguments,
                                                   const Surroundings &surroundings);

/// The problems of `form`, each naming its answer; those of answers that came from the file
/// --answers are placed in it.
[[nodiscard]] QList<Problem> formProblems(const Form &form, const FormSchema &schema,
                                          const Arguments &arguments,
                                          const Surroundings &surroundings);

} // namespace waymark::cli
