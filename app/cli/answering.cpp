#include "app/cli/answering.h"

#include "app/cli/inputfile.h"
#include "app/cli/secrets.h"
#include "models/base/closest.h"
#include "models/base/valuepath.h"
#include "models/catalog/answertext.h"
#include "models/catalog/violationwords.h"

#include <QCoreApplication>
#include <QDir>
#include <QIODevice>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

void takeFile(const Arguments &arguments, const Surroundings &surroundings, GivenAnswers &given)
{
    const QString name = arguments.value(u"--answers"_s);
    if (name.isEmpty())
        return;
    given.isFileLost = true;
    const auto content = inputNamed(name, surroundings, maximumAnswersSize);
    if (!content)
        return given.blame(NotPossible, {}, content.error().problem);
    const auto beside = answersBeside(QDir(surroundings.workingDirectory).absoluteFilePath(name));
    const auto file
        = readAnswers(*content, name, given.form.schema(), name == u"-" ? AnswersBeside() : beside);
    if (!file)
        return given.blame(WrongRequest, {}, file.error().problem);
    for (const Problem &problem : file->problems)
        given.blame(WrongRequest, name, problem);
    given.form.setAnswers(file->answers);
    given.file = *file;
    given.isFileLost = false;
}

/// The question that `setting`, a NAME=VALUE, is about.
QString questionOf(const QString &setting, const FormSchema &schema)
{
    const QString name = setting.section(u'=', 0, 0).trimmed();
    return name.isEmpty() ? name : namedPath(name, schema).constFirst();
}

/// The answer of `setting`, a NAME=VALUE; one that is a secret, or holds one, is refused.
Result<NamedAnswer> openAnswer(const QString &setting, const Form &form)
{
    const auto parts = parted(u"--set"_s, setting);
    if (!parts)
        return std::unexpected(parts.error());
    const AnswerPath path = namedPath(parts->first.trimmed(), form.schema());
    if (form.schema().isSecret(path))
        return failure(openSecret(path));
    auto answer = readNamedAnswer(form, setting);
    if (!answer && answer.error().problem.code == u"answer.type")
        answer.error().problem.message.prepend(toText(path) + u": "_s);
    const auto secret = answer ? secretIn(form.schema(), path, answer->value) : std::nullopt;
    if (secret)
        return failure(openSecret(*secret));
    return answer;
}

void takeSettings(const Arguments &arguments, GivenAnswers &given)
{
    for (const QString &setting : arguments.values(u"--set"_s)) {
        const auto answer = openAnswer(setting, given.form);
        if (answer)
            given.takeOnce(u"--set"_s, answer->path, answer->value);
        else
            given.blame(WrongRequest,
                        setting.contains(u'=') ? questionOf(setting, given.form.schema())
                                               : QString(),
                        answer.error().problem);
    }
}

/// Whether `answer` leaves `parameter` open, as an empty field of a form does: an empty text where
/// none is needed.
bool leavesOpen(const Parameter &parameter, const Value &answer)
{
    const Value empty = QString();
    return parameter.type == Parameter::Type::Text && !parameter.required && !parameter.isSecret()
        && answer == empty && parameter.defaultValue.value_or(empty) == empty;
}

/// Takes those answers out of `form` that leave one of `parameters` open, or one within.
void leaveOpen(Form &form, const QList<Parameter> &parameters)
{
    for (const Parameter &parameter : parameters) {
        const Value given = form.given();
        const Value *answer = valueAt(given, parameter.path);
        if (answer && leavesOpen(parameter, *answer))
            form.removeAnswer(parameter.path);
        leaveOpen(form, parameter.members);
    }
}

/// Why `reason` cannot be kept for `name`.
std::optional<Problem> objectionTo(const QString &name, const QString &reason,
                                   const GivenAnswers &given)
{
    const QStringList &names = given.form.schema().names();
    const QString meant = didYouMean(name, names);
    if (!names.contains(name))
        return Problem{.code = u"cli.unknown-answer"_s,
                       .message = text("The template asks for nothing called “%1”.").arg(name),
                       .hint = meant.isEmpty() && !names.isEmpty()
                           ? text("It asks for %1.").arg(alternatives(names))
                           : meant};
    if (given.reasons.contains(name))
        return Problem{.code = u"cli.usage"_s,
                       .message = text("“%1” has two reasons.").arg(name),
                       .hint = text("Write one: --reason %1=TEXT").arg(name)};
    if (reason.trimmed().isEmpty())
        return Problem{.code = u"cli.usage"_s,
                       .message = text("The reason for “%1” is empty.").arg(name),
                       .hint = text("Say why: --reason %1=TEXT").arg(name)};
    return std::nullopt;
}

void takeReasons(const Arguments &arguments, GivenAnswers &given)
{
    for (const QString &reason : arguments.values(u"--reason"_s)) {
        const auto parts = parted(u"--reason"_s, reason);
        if (!parts)
            given.blame(WrongRequest, {}, parts.error().problem);
        else if (const auto problem = objectionTo(parts->first, parts->second, given))
            given.blame(WrongRequest, parts->first, *problem);
        else
            given.reasons.insert(parts->first, parts->second);
    }
}

/// Whether `problem` is about the template's own answer; an empty text only says that it wants one.
bool isOfDefault(const AnswerProblem &problem, const Form &form)
{
    const auto parameter = form.parameter(problem.path);
    return problem.problem.code != u"answer.missing" && parameter && parameter->defaultValue
        && *parameter->defaultValue != Value(QString());
}

/// Whether it is the template that is wrong, not an answer to it.
bool isTemplates(const AnswerProblem &problem, const Form &form)
{
    if (!problem.problem.file.isEmpty())
        return true;
    return !form.isGiven(problem.path)
        && (isOfDefault(problem, form) || !problem.problem.code.startsWith(u"answer."));
}

/// The problems of `form` that are to be told.
QList<AnswerProblem> problemsToTell(const GivenAnswers &given, const Form &form, bool withMissing)
{
    QList<AnswerProblem> problems = form.problems();
    problems.removeIf([&](const AnswerProblem &problem) {
        const bool isTold = std::ranges::any_of(
            given.faults, [&](const auto &fault) { return fault.name == problem.path.value(0); });
        const bool mayBeMissing = withMissing && !given.isFileLost;
        return isTold || (!mayBeMissing && !form.isGiven(problem.path));
    });
    return problems;
}

/// `problem` at its place in the file, where that said it, else behind the name of its answer; of
/// one within another, with both.
Problem placed(const AnswerProblem &problem, const GivenAnswers &given)
{
    const bool isOption = std::ranges::any_of(given.options, [&](const AnswerPath &path) {
        return path.constFirst() == problem.path.value(0);
    });
    Problem result = given.file && !isOption ? given.file->located(problem) : problem.problem;
    const QString name = toText(problem.path);
    const bool isNamed = result.message.startsWith(name + u": "_s)
        || (problem.path.size() == 1 && result.message.startsWith(name + u' '));
    if ((!result.position || problem.path.size() > 1) && !isNamed)
        result.message.prepend(name + u": "_s);
    return result;
}

} // namespace

void GivenAnswers::blame(ExitCode kind, const QString &name, const Problem &problem)
{
    code = std::max(code, kind);
    faults += {name, problem};
}

void GivenAnswers::takeOnce(const QString &option, const AnswerPath &path, const Value &value)
{
    if (options.contains(path))
        return blame(WrongRequest, path.constFirst(),
                     {.code = u"cli.usage"_s,
                      .message = text("“%1” is answered twice, by %2.").arg(toText(path), option),
                      .hint = text("Leave one of the two out.")});
    options.insert(path);
    form.setAnswer(path, value);
}

GivenAnswers collectAnswers(Form form, const Arguments &arguments, const Surroundings &surroundings)
{
    GivenAnswers given{.form = std::move(form)};
    takeFile(arguments, surroundings, given);
    takeSettings(arguments, given);
    takeSecrets(arguments, surroundings, given);
    takeReasons(arguments, given);
    leaveOpen(given.form, given.form.parameters());
    return given;
}

ExitCode answerCode(const GivenAnswers &given, const Form &form, bool withMissing)
{
    if (!given.faults.isEmpty())
        return std::max(given.code, WrongRequest);
    const QList<AnswerProblem> problems = problemsToTell(given, form, withMissing);
    const bool isItsOwn
        = !problems.isEmpty() && std::ranges::all_of(problems, [&](const AnswerProblem &problem) {
              return isTemplates(problem, form);
          });
    return isItsOwn ? Noteworthy : WrongRequest;
}

bool hasTemplateMistake(const GivenAnswers &given, const Form &form)
{
    return std::ranges::any_of(
        problemsToTell(given, form, true),
        [&form](const AnswerProblem &problem) { return isTemplates(problem, form); });
}

QList<Problem> answerProblems(const GivenAnswers &given, const Form &form, bool withMissing)
{
    QList<GivenAnswers::Fault> faults = given.faults;
    for (const AnswerProblem &problem : problemsToTell(given, form, withMissing)) {
        Problem told = placed(problem, given);
        const bool isWayKnown = !problem.problem.file.isEmpty() && !told.hint.isEmpty();
        if (isTemplates(problem, form) && !isWayKnown)
            told.hint = text("The mistake is the template's. Until it is mended, answer with "
                             "--set %1=VALUE.")
                            .arg(problem.path.value(0));
        faults += {problem.path.value(0), told};
    }
    const QStringList &names = form.schema().names();
    const auto rank = [&](const GivenAnswers::Fault &fault) {
        const qsizetype place = names.indexOf(fault.name);
        return place < 0 && !fault.name.isEmpty() ? names.size() : place;
    };
    std::ranges::stable_sort(faults, {}, rank);
    QList<Problem> problems;
    for (const GivenAnswers::Fault &fault : std::as_const(faults))
        problems += fault.problem;
    return problems;
}

} // namespace waymark::cli
