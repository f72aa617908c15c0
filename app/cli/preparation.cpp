#include "app/cli/preparation.h"

#include "app/cli/answering.h"
#include "app/cli/asking.h"
#include "app/cli/catalogaccess.h"
#include "app/cli/rendertime.h"
#include "models/catalog/derivedanswers.h"
#include "models/git/identity.h"
#include "models/plan/templateidentity.h"

#include <QCoreApplication>
#include <QDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

/// What name and owner are where nobody answered.
Map derivedFor(const Form &form, const Arguments &arguments, const Surroundings &surroundings)
{
    const auto user = git::configuredUser();
    return derivedAnswers(
        form,
        {.destinationName = QFileInfo(destinationOf(arguments, surroundings)).fileName(),
         .userName = user ? user->name : QString()});
}

/// The form with every answer that can be had: asked for on a terminal, derived with --defaults.
Attempt<Form> completed(Form form, const Arguments &arguments, const Surroundings &surroundings,
                        const Reporter &reporter)
{
    const Map derived = derivedFor(form, arguments, surroundings);
    if (arguments.has(u"--defaults"_s)) {
        for (const Map::Entry &answer : derived) {
            form.setAnswer({answer.key}, answer.value);
            reporter.note(text("Taking “%2” for %1; --set %1=VALUE says otherwise.")
                              .arg(printable(answer.key), printable(answer.value.textOr())));
        }
    } else if (surroundings.prompt) {
        auto asked = askQuestions(form, derived, surroundings, reporter);
        if (!asked)
            return refused(WrongRequest, asked.error());
        form = *asked;
    }
    if (auto missing = missingAnswers(form)) {
        const QString asked = form.schema().serviceName();
        const QString folder = QFileInfo(destinationOf(arguments, surroundings)).fileName();
        if (arguments.has(u"--defaults"_s) && !asked.isEmpty() && !form.isGiven({asked}))
            missing->message
                += u' ' + text("The name of the folder, “%1”, does not fit.").arg(folder);
        if (!arguments.has(u"--defaults"_s) && missing->hint.isEmpty())
            missing->hint = text("Give them with --set NAME=VALUE or --answers FILE, or let "
                                 "--defaults derive name and owner.");
        return std::unexpected(Refusal{WrongRequest, {*missing}});
    }
    return form;
}

Attempt<Form> answeredForm(const Template &definition, const Arguments &arguments,
                           const Surroundings &surroundings, const Reporter &reporter,
                           QMap<QString, QString> &reasons)
{
    auto given = collectAnswers(definition.form, arguments, surroundings);
    if (!given)
        return std::unexpected(given.error());
    reasons = given->reasons;
    auto form = completed(given->form, arguments, surroundings, reporter);
    if (!form)
        return form;
    const QList<Problem> problems = formProblems(*form, definition.form, arguments, surroundings);
    if (!problems.isEmpty())
        return std::unexpected(Refusal{WrongRequest, problems});
    return form;
}

PlanWishes wishesOf(const Arguments &arguments)
{
    const auto user = git::configuredUser();
    return {.record = !arguments.has(u"--no-record"_s),
            .commit = !arguments.has(u"--no-commit"_s),
            .message = arguments.value(u"--message"_s),
            .branch = arguments.value(u"--branch"_s),
            .signOff = arguments.has(u"--sign-off"_s),
            .golden = {},
            .reasons = {},
            .owner = user ? user->toString() : QString()};
}

} // namespace

QString destinationOf(const Arguments &arguments, const Surroundings &surroundings)
{
    return QDir::cleanPath(
        QDir(surroundings.workingDirectory).absoluteFilePath(arguments.positional(1)));
}

ExitCode exitCodeOf(const Problem &problem)
{
    const bool isRequest = problem.code.startsWith(u"destination.")
        && problem.code != u"destination.unwritable" && problem.code != u"destination.locked"
        && problem.code != u"destination.changed";
    return isRequest || problem.code.startsWith(u"undo.") ? WrongRequest : NotPossible;
}

Attempt<LoadedTemplate> loadNamedTemplate(const QString &name, const Surroundings &surroundings)
{
    const auto opened = openSources(surroundings);
    if (!opened)
        return refused(NotPossible, opened.error());
    const auto entry = findTemplate(name, surroundings.workingDirectory, opened->sources);
    if (!entry)
        return refused(WrongRequest, entry.error());
    if (entry->definition.isBroken())
        return std::unexpected(Refusal{Noteworthy, problemsOf(*entry)});
    auto loaded = loadTemplate(*entry);
    if (!loaded)
        return refused(NotPossible, loaded.error());
    return *loaded;
}

Attempt<Preparation> prepare(const Arguments &arguments, const Surroundings &surroundings,
                             const Reporter &reporter)
{
    auto loaded = loadNamedTemplate(arguments.positional(0), surroundings);
    if (!loaded)
        return std::unexpected(loaded.error());
    const auto destination
        = inspectDestination(destinationOf(arguments, surroundings), surroundings.state);
    if (!destination)
        return refused(exitCodeOf(destination.error().problem), destination.error());
    const auto now = timeOf(arguments, surroundings);
    const auto seed = seedOf(arguments, surroundings);
    if (!now || !seed)
        return refused(WrongRequest, now ? seed.error() : now.error());
    const auto identity = identityOf(*loaded);
    if (!identity)
        return refused(NotPossible, identity.error());
    PlanWishes wishes = wishesOf(arguments);
    auto form
        = answeredForm(loaded->entry.definition, arguments, surroundings, reporter, wishes.reasons);
    if (!form)
        return std::unexpected(form.error());
    reporter.step(text("Planning…"));
    PlanRequest request{
        .loaded = std::move(*loaded),
        .identity = *identity,
        .render = {.form = std::move(*form), .now = *now, .seed = *seed, .stop = surroundings.stop},
        .wishes = wishes};
    const Rendering rendering = render(request.loaded, request.render);
    const auto seen = observed(*destination, pathsToObserve(rendering));
    if (!seen)
        return refused(NotPossible, seen.error());
    Plan plan = makePlan(request, rendering, *seen);
    return Preparation{std::move(request), std::move(plan)};
}

} // namespace waymark::cli
