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

/// git's user, where a question may be answered with that: else git's library, which takes longer
/// to start than a small service to make, is not needed.
std::optional<git::Person> userFor(const Form &form)
{
    return needsUserName(form) ? git::configuredUser() : std::nullopt;
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

/// Why --defaults could not take the name of the folder; empty where nobody needs it.
QString folderObjection(const Form &form, const Arguments &arguments,
                        const Surroundings &surroundings)
{
    const QString &asked = form.schema().serviceName();
    if (!arguments.has(u"--defaults"_s) || asked.isEmpty() || form.isGiven({asked}))
        return {};
    const QString folder = QFileInfo(destinationOf(arguments, surroundings)).fileName();
    return text("The name of the folder, “%1”, does not fit. %2")
        .arg(folder, objectionTo(form, asked, folder))
        .trimmed();
}

/// What of `form` was not answered, in one problem; of answers that are wrong it says nothing.
Problem missingProblem(const Form &form, Problem missing, const Map &derived,
                       const Arguments &arguments, const Surroundings &surroundings)
{
    missing.message += u' ' + folderObjection(form, arguments, surroundings);
    missing.message = missing.message.trimmed();
    const auto isDerived = [&](const Parameter &parameter) {
        return parameter.path.size() == 1 && derived.contains(parameter.path.constFirst());
    };
    if (!arguments.has(u"--defaults"_s) && std::ranges::any_of(form.missing(), isDerived))
        missing.hint += u'\n'
            + text("Or add --defaults, which takes the name from the folder and the owner from "
                   "git.");
    return missing;
}

/// Says `way`, how to give what is missing, behind the last of `problems` that misses an answer.
void addWay(QList<Problem> &problems, const QString &way)
{
    const auto isMissing = [](const Problem &problem) { return problem.code == u"answer.missing"; };
    const auto last = std::find_if(problems.rbegin(), problems.rend(), isMissing);
    if (last != problems.rend())
        last->hint = last->hint.isEmpty() ? way : last->hint + u'\n' + way;
}

/// `given`, with why the folder's name is none for the service where that is open in `form`.
GivenAnswers withFolderObjection(GivenAnswers given, const Form &form, const Arguments &arguments,
                                 const Surroundings &surroundings)
{
    const QString objection = folderObjection(form, arguments, surroundings);
    const QList<Parameter> missing = form.missing();
    const QString &asked = form.schema().serviceName();
    const auto open = std::ranges::find(missing, AnswerPath{asked}, &Parameter::path);
    const bool isTold = std::ranges::any_of(
        given.faults, [&asked](const GivenAnswers::Fault &fault) { return fault.name == asked; });
    if (!objection.isEmpty() && open != missing.end() && !isTold && !given.isFileLost)
        given.blame(
            WrongRequest, asked,
            {.code = u"answer.missing"_s,
             .message = text("%1: %2 needs an answer.").arg(asked, open->title) + u' ' + objection,
             .hint = open->help});
    return given;
}

/// That the answers of another service's record gave this one its name.
void warnOfName(const GivenAnswers &given, const Form &form, const Arguments &arguments,
                const Surroundings &surroundings, Reporter &reporter)
{
    const QString &asked = form.schema().serviceName();
    const QString name = form.answers().value(asked).textOr();
    const QString folder = QFileInfo(destinationOf(arguments, surroundings)).fileName();
    if (!given.file || !given.file->isRecord || name.isEmpty() || name == folder
        || given.options.contains({asked}) || given.file->answers.value(asked).textOr() != name)
        return;
    const Problem problem{.severity = Severity::Warning,
                          .code = u"cli.name"_s,
                          .message = text("This service gets the name “%1” of the one whose record "
                                          "answers; its folder is “%2”.")
                                         .arg(name, folder),
                          .hint = text("For a name of its own: --set %1=NAME").arg(asked)};
    reporter.problem(given.file->located({{asked}, problem}));
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

/// What is wrong with `definition`, where an answer of `form` is for that reason.
QList<Problem> ofTemplate(const GivenAnswers &given, const Form &form, const Template &definition)
{
    return hasTemplateMistake(given, form) ? definition.problems : QList<Problem>();
}

} // namespace

Attempt<Form> completed(const GivenAnswers &given, const Template &definition,
                        const Arguments &arguments, const Surroundings &surroundings,
                        Reporter &reporter)
{
    Form form = given.form;
    const auto refusal = [&] { // but for what is not answered yet
        return Refusal{answerCode(given, form, false), answerProblems(given, form, false)};
    };
    const auto user = userFor(form);
    const Map derived = derivedFor(form, user ? user->name : QString(), arguments, surroundings);
    if (arguments.has(u"--defaults"_s)) {
        for (const Map::Entry &answer : derived)
            form.setAnswer({answer.key}, answer.value);
    } else if (surroundings.prompt) {
        if (const Refusal early = refusal(); !early.problems.isEmpty())
            return std::unexpected(early);
        const auto asked = askQuestions(form, derived, definition, surroundings, reporter);
        if (!asked) {
            sayBegun(form, given.form, arguments, reporter);
            return refused(WrongRequest, asked.error());
        }
    }
    const auto missing = missingAnswers(form, user.has_value());
    if (missing && refusal().problems.isEmpty())
        return std::unexpected(Refusal{
            WrongRequest, {missingProblem(form, *missing, derived, arguments, surroundings)}});
    const GivenAnswers blamed = withFolderObjection(given, form, arguments, surroundings);
    QList<Problem> all = answerProblems(blamed, form, true);
    if (missing)
        addWay(all, missingProblem(form, *missing, derived, arguments, surroundings).hint);
    if (!all.isEmpty())
        return std::unexpected(
            Refusal{answerCode(blamed, form, true), ofTemplate(blamed, form, definition) + all});
    const bool isAsked = surroundings.prompt && !arguments.has(u"--defaults"_s);
    if (const auto unused = refusalOfUnused(given, form, isAsked, reporter))
        return std::unexpected(*unused);
    warnOfName(given, form, arguments, surroundings, reporter);
    if (arguments.has(u"--defaults"_s))
        sayDerived(derived, reporter);
    return form;
}

} // namespace waymark::cli
