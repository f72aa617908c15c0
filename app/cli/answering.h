#pragma once

#include "app/cli/arguments.h"
#include "app/cli/refusal.h"
#include "models/catalog/answersfile.h"
#include "models/catalog/form.h"

#include <QMap>
#include <QSet>

namespace waymark::cli {

/// Answers as the command line gives them, and everything that is wrong with them so far.
struct GivenAnswers
{
    /// Something wrong with the answer to `name`; empty: with what was written as a whole.
    struct Fault
    {
        QString name;
        Problem problem;
    };

    Form form;
    QMap<QString, QString> reasons
        = {}; ///< Why an answer departs from its golden default, by its name.
    std::optional<AnswersFile> file = {}; ///< That of --answers.
    bool isFileLost = false; ///< It could not be read, so that nobody knows what it leaves open.
    QSet<AnswerPath> options = {}; ///< What was answered by an option, not in the file.
    QList<Fault> faults = {};
    ExitCode code = Done; ///< What the gravest of them makes the command return.

    void blame(ExitCode kind, const QString &name, const Problem &problem);
    /// Takes an answer of `option`; the same one twice is a fault.
    void takeOnce(const QString &option, const AnswerPath &path, const Value &value);
};

/// `form`, filled in from --answers, then --set and --secret, and the reasons of
/// --reason. An answer that is wrong by its limits is no fault yet: others may come.
[[nodiscard]] GivenAnswers collectAnswers(Form form, const Arguments &arguments,
                                          const Surroundings &surroundings);

/// What is wrong with the answers in `form`, which `given` became, in the order of the questions:
/// the faults of `given`, then the problems of the form. Each names its answer; those of answers
/// from a file are placed in it. `withMissing`: also what was not answered, unless
/// the file that may answer it was lost.
[[nodiscard]] QList<Problem> answerProblems(const GivenAnswers &given, const Form &form,
                                            bool withMissing);
/// What answerProblems() makes the command return: 1 where nothing but the template itself is
/// wrong.
[[nodiscard]] ExitCode answerCode(const GivenAnswers &given, const Form &form, bool withMissing);
/// Whether one of answerProblems() is a mistake of the template, such as a default that is none.
[[nodiscard]] bool hasTemplateMistake(const GivenAnswers &given, const Form &form);

} // namespace waymark::cli
