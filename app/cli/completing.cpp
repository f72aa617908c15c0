#include "app/cli/completing.h"

#include "app/cli/asking.h"
#include "app/cli/preparation.h"
#include "app/cli/repeating.h"
#include "app/cli/unusedanswers.h"
#include "models/catalog/derivedanswers.h"
#include "models/git/identity.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

/// What name and owner are where nobody answered.
Map derivedFor(const Form &form, const QString &userName, const Arguments &arguments,
               const Surroundings &surroundings)
{
    return derivedAnswers(
        form,
        {.destinationName = QFileInfo(destinationOf(arguments, surroundings)).fileName(),
         .userName = userName});
}

/// Why `answer` is none to `asked`.
QString objectionTo(Form form, const QString &asked, const QString &answer)
{
    form.setAnswer({asked}, answer);
    const QList<AnswerProblem> problems = form.problems();
    const auto found = std::ranges::find_if(
        problems, [&](const AnswerProblem &problem) { return problem.path.value(0) == asked; });
    return found == problems.end() ? QString() : found->problem.message;
}

/// What of `form` was not answered, in one problem; of answers that are wrong it says nothing.
Problem missingProblem(const Form &form, Problem missing, const Map &derived,
                       const Arguments &arguments, const Surroundings &surroundings)
{
    const QString &asked = form.schema().serviceName();
    const QString folder = QFileInfo(destinationOf(arguments, surroundings)).fileName();
    if (arguments.has(u"--defaults"_s) && !asked.isEmpty() && !form.isGiven({asked}))
        missing.message += u' '
            + text("The name of the folder, “%1”, does not fit. %2")
                  .arg(folder, objectionTo(form, asked, folder))
                  .trimmed();
    const auto isDerived = [&](const Parameter &parameter) {
        return parameter.path.size() == 1 && derived.contains(parameter.path.constFirst());
    };
    if (!arguments.has(u"--defaults"_s) && std::ranges::any_of(form.missing(), isDerived))
        missing.hint += u'\n'
            + text("Or add --defaults, which takes the name from the folder and the owner from "
                   "git.");
    return missing;
}

void sayDerived(const Map &derived, Reporter &reporter)
{
    for (const Map::Entry &answer : derived)
        reporter.note(text("Taking “%2” for %1; --set %1=VALUE says otherwise.")
                          .arg(printable(answer.key), printable(answer.value.textOr())));
}

/// Says how to go on with what was answered until somebody stopped; of secrets nothing.
void sayBegun(const Form &form, const Form &before, const Arguments &arguments, Reporter &reporter)
{
    const QString command = begunCommand(arguments, form);
    if (command == begunCommand(arguments, before))
        return;
    reporter.talk() << '\n'
                    << text("This goes on with what you answered; “plan” takes the same:") << "\n  "
                    << printable(command) << '\n'
                    << Qt::flush;
}

/// Tells of answers that nothing asks for. An error where an option gave them, unless somebody just
/// answered all questions, and is asked once more before anything is written.
std::optional<Refusal> refusalOfUnused(const GivenAnswers &given, const Form &form, bool isAsked,
                                       Reporter &reporter)
{
    Refusal refusal{WrongRequest, {}};
    for (Problem problem : unusedAnswers(given, form)) {
        if (problem.severity == Severity::Error && !isAsked) {
            refusal.problems += problem;
            continue;
        }
        problem.severity = Severity::Warning;
        reporter.problem(problem);
    }
    return refusal.problems.isEmpty() ? std::nullopt : std::optional(refusal);
}

} // namespace

Attempt<Form> completed(const GivenAnswers &given, const Template &definition,
                        const Arguments &arguments, const Surroundings &surroundings,
                        Reporter &reporter)
{
    Form form = given.form;
    const auto refusal = [&](bool withMissing) {
        return Refusal{answerCode(given, form, withMissing),
                       answerProblems(given, form, withMissing)};
    };
    const auto user = git::configuredUser();
    const Map derived = derivedFor(form, user ? user->name : QString(), arguments, surroundings);
    if (arguments.has(u"--defaults"_s)) {
        for (const Map::Entry &answer : derived)
            form.setAnswer({answer.key}, answer.value);
    } else if (surroundings.prompt) {
        if (const Refusal early = refusal(false); !early.problems.isEmpty())
            return std::unexpected(early);
        const auto asked = askQuestions(form, derived, definition, surroundings, reporter);
        if (!asked) {
            sayBegun(form, given.form, arguments, reporter);
            return refused(WrongRequest, asked.error());
        }
    }
    const auto missing = missingAnswers(form, user.has_value());
    if (missing && refusal(false).problems.isEmpty())
        return std::unexpected(Refusal{
            WrongRequest, {missingProblem(form, *missing, derived, arguments, surroundings)}});
    if (const Refusal all = refusal(true); !all.problems.isEmpty())
        return std::unexpected(all);
    const bool isAsked = surroundings.prompt && !arguments.has(u"--defaults"_s);
    if (const auto unused = refusalOfUnused(given, form, isAsked, reporter))
        return std::unexpected(*unused);
    if (arguments.has(u"--defaults"_s))
        sayDerived(derived, reporter);
    return form;
}

} // namespace waymark::cli
