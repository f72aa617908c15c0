#include "app/cli/preparation.h"

#include "app/cli/answering.h"
#include "app/cli/catalogaccess.h"
#include "app/cli/completing.h"
#include "app/cli/confirming.h"
#include "app/cli/cookiecutterconfig.h"
#include "app/cli/hooks.h"
#include "app/cli/rendertime.h"
#include "models/base/closest.h"
#include "models/git/identity.h"
#include "models/git/references.h"
#include "models/plan/misspeltnames.h"
#include "models/plan/templateidentity.h"
#include "models/plan/unstorable.h"
#include "models/plan/way.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

/// A branch has to have a name that git takes.
Result<> checkBranch(const Arguments &arguments)
{
    const QString branch = arguments.value(u"--branch"_s);
    if (branch.isEmpty() || git::isBranchName(branch.toUtf8()))
        return {};
    return failure(
        {.code = u"cli.branch"_s,
         .message = text("“%1” cannot be the name of a branch.").arg(branch),
         .hint = text("Git takes no blanks, none of ~ ^ : ? * [ \\, no “..”, and no “-” in front. "
                      "Give another one with --branch.")});
}

/// Git takes no commit without a message.
Result<> checkMessage(const Arguments &arguments)
{
    if (!arguments.has(u"--message"_s) || !arguments.value(u"--message"_s).trimmed().isEmpty())
        return {};
    return failure(
        {.code = u"cli.message"_s,
         .message = text("The message is blank, and a commit needs one."),
         .hint = text("Write --message TEXT, or leave it out: the usual one says what was "
                      "made of what.")});
}

/// A file cannot be both left out and put in the place of another.
Result<> checkWishes(const PlanWishes &wishes)
{
    for (const QString &path : wishes.golden) {
        if (wishes.declined.contains(path.toUtf8()))
            return failure(
                {.code = u"cli.conflict"_s,
                 .message = text("“%1” is under --golden and under --decline.").arg(path),
                 .hint = text("Leave one of them out.")});
    }
    return {};
}

/// Reasons of answers that are no deviations are kept nowhere.
void warnOfReasons(const Plan &plan, const QMap<QString, QString> &reasons, Reporter &reporter)
{
    for (const QString &name : reasons.keys()) {
        if (std::ranges::find(plan.deviations, name, &RecordedDeviation::answer)
            != plan.deviations.cend())
            continue;
        reporter.problem(
            {.severity = Severity::Warning,
             .code = u"cli.reason"_s,
             .message = text("The reason for “%1” is not kept: the answer does not depart from a "
                             "golden default.")
                            .arg(name),
             .hint = text("Leave --reason %1=… out, or check the answer.").arg(name)});
    }
}

/// What `option` names has to be files that the plan makes.
Result<> checkMade(const Plan &plan, const QString &option, const QStringList &paths)
{
    QStringList made;
    for (const PlannedFile &file : plan.files) {
        if (file.change.kind != ChangeClass::NotNeeded)
            made += QString::fromUtf8(plan.shownPath(file.change.path));
    }
    for (const QString &path : paths) {
        if (made.contains(path))
            continue;
        const QString meant = didYouMean(path, made);
        return failure({.code = u"cli."_s + option.sliced(2),
                        .message = text("The template makes no file “%1” here.").arg(path),
                        .hint = meant.isEmpty()
                            ? text("Give %1 a file as “waymark plan” lists it.").arg(option)
                            : meant});
    }
    return {};
}

/// The same of all files that `wishes` name.
Result<> checkMade(const Plan &plan, const PlanWishes &wishes)
{
    if (auto known = checkMade(plan, u"--golden"_s, wishes.golden); !known)
        return known;
    QStringList declined;
    for (const QByteArray &path : wishes.declined)
        declined += QString::fromUtf8(path);
    return checkMade(plan, u"--decline"_s, declined);
}

/// A golden file that nothing stands in the way of is made anyhow.
void warnOfGolden(const Plan &plan, const QStringList &golden, Reporter &reporter)
{
    for (const PlannedFile &file : plan.files) {
        const QString path = QString::fromUtf8(plan.shownPath(file.change.path));
        if (file.change.kind != ChangeClass::New || !golden.contains(path))
            continue;
        reporter.problem(
            {.severity = Severity::Warning,
             .code = u"cli.golden"_s,
             .message = text("--golden %1 has no effect: no such file is there.").arg(path),
             .hint = text("Leave it out, or check the destination.")});
    }
}

/// What whoever makes `plan` may not have meant.
void tellOf(const Plan &plan, const PlanWishes &wishes, Reporter &reporter)
{
    warnOfGolden(plan, wishes.golden, reporter);
    warnOfReasons(plan, wishes.reasons, reporter);
    if (const auto start = startNote(plan))
        reporter.problem(*start);
}

Attempt<DestinationSnapshot> destinationAt(const QString &place, const Arguments &arguments,
                                           const Surroundings &surroundings)
{
    if (const auto way = checkEncoding(place); !way)
        return refused(WrongRequest, way.error());
    auto destination = inspectDestination(place, surroundings.state,
                                          arguments.has(u"--no-commit"_s) ? CommitSettings::Unread
                                                                          : CommitSettings::Read);
    if (!destination)
        return refused(exitCodeOf(destination.error().problem), destination.error());
    return *std::move(destination);
}

QByteArrayList cleanPaths(const Arguments &arguments, const QString &option)
{
    QByteArrayList paths;
    for (const QString &path : arguments.values(option))
        paths += QDir::cleanPath(path).toUtf8();
    return paths;
}

PlanWishes wishesOf(const Arguments &arguments)
{
    const bool isKept = !arguments.has(u"--no-record"_s) || !arguments.has(u"--no-commit"_s);
    const auto user = isKept ? git::configuredUser() : std::nullopt;
    QStringList golden;
    for (const QString &path : arguments.values(u"--golden"_s))
        golden += QDir::cleanPath(path);
    return {.record = !arguments.has(u"--no-record"_s),
            .commit = !arguments.has(u"--no-commit"_s),
            .message = arguments.value(u"--message"_s),
            .branch = arguments.value(u"--branch"_s),
            .signOff = arguments.has(u"--sign-off"_s),
            .golden = golden,
            .reasons = {},
            .acceptedSecrets = cleanPaths(arguments, u"--accept-secret"_s),
            .declined = cleanPaths(arguments, u"--decline"_s),
            .owner = user ? user->toString() : QString()};
}

/// What the arguments wish for, if that is possible.
Result<PlanWishes> checkedWishes(const Arguments &arguments)
{
    if (const auto branch = checkBranch(arguments); !branch)
        return std::unexpected(branch.error());
    if (const auto message = checkMessage(arguments); !message)
        return std::unexpected(message.error());
    PlanWishes wishes = wishesOf(arguments);
    if (const auto possible = checkWishes(wishes); !possible)
        return std::unexpected(possible.error());
    return wishes;
}

/// The form of `definition` without an answer, as it is at `occasion`.
Result<Form> emptyForm(const Template &definition, Occasion occasion,
                       const Surroundings &surroundings)
{
    if (definition.format == TemplateFormat::Cookiecutter) {
        auto defaults = cookiecutterDefaults(surroundings);
        if (!defaults)
            return std::unexpected(defaults.error());
        occasion.defaults = *std::move(defaults);
    }
    Form form(definition.form);
    form.setOccasion(occasion);
    return form;
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
    return isRequest || problem.code.startsWith(u"undo.")
            || problem.code.startsWith(u"write.branch")
        ? WrongRequest
        : NotPossible;
}

Attempt<LoadedTemplate> loadNamedTemplate(const QString &name, const Surroundings &surroundings,
                                          Reporter &reporter)
{
    reporter.step(text("Reading the template %1").arg(name));
    const auto opened = openSources(surroundings);
    if (!opened)
        return refused(NotPossible, opened.error());
    const auto meant = unabbreviated(name, surroundings);
    if (!meant)
        return refused(WrongRequest, meant.error());
    const auto entry = findTemplate(*meant, surroundings.workingDirectory, opened->sources);
    if (!entry && entry.error().problem.code != u"catalog.unknown")
        return refused(WrongRequest, entry.error());
    if (!entry) { // it may be where something could not be read
        const auto catalog = openCatalog(surroundings, reporter);
        const QList<Problem> &around = catalog ? catalog->problems : opened->problems;
        return std::unexpected(
            Refusal{WrongRequest, around + QList<Problem>{entry.error().problem}});
    }
    if (entry->definition.isBroken())
        return std::unexpected(Refusal{Noteworthy, problemsOf(*entry)});
    auto loaded = loadTemplate(*entry);
    if (!loaded)
        return refused(NotPossible, loaded.error());
    loaded->entry.definition.problems += misspeltNames(*loaded, surroundings.stop);
    return *loaded;
}

Attempt<Preparation> prepare(const Arguments &arguments, const Surroundings &surroundings,
                             Reporter &reporter, Aim aim, HooksBeforeQuestions hooks)
{
    const QString place = destinationOf(arguments, surroundings);
    auto loaded = loadNamedTemplate(arguments.positional(0), surroundings, reporter);
    if (!loaded)
        return std::unexpected(loaded.error());
    const auto destination = destinationAt(place, arguments, surroundings);
    if (!destination)
        return std::unexpected(destination.error());
    const auto now = timeOf(arguments, surroundings);
    const auto seed = seedOf(arguments, surroundings);
    if (!now || !seed)
        return refused(WrongRequest, now ? seed.error() : now.error());
    const auto identity = identityOf(*loaded);
    if (!identity)
        return refused(NotPossible, identity.error());
    auto wishes = checkedWishes(arguments);
    if (!wishes)
        return refused(WrongRequest, wishes.error());
    if (auto vain = foreseenRefusal(*destination, *wishes, aim, isAsking(arguments, surroundings)))
        return std::unexpected(*std::move(vain));
    auto opened = hooks == HooksBeforeQuestions::Run
        ? withFirstHooksRun(*std::move(loaded), *identity, arguments, surroundings, reporter)
        : Attempt<Opened>(Opened{*std::move(loaded)});
    if (!opened)
        return std::unexpected(opened.error());
    const Template &definition = opened->loaded.entry.definition;
    auto empty
        = emptyForm(definition, {.now = *now, .seed = *seed, .destination = place}, surroundings);
    if (!empty)
        return refused(WrongRequest, empty.error());
    const GivenAnswers given = collectAnswers(*std::move(empty), arguments, surroundings);
    wishes->reasons = given.reasons;
    auto form = completed(given, definition, arguments, surroundings, reporter);
    if (!form)
        return std::unexpected(form.error());
    reporter.step(text("Planning…"));
    PlanRequest request{.loaded = std::move(opened->loaded),
                        .identity = *identity,
                        .render = {.form = std::move(*form),
                                   .now = *now,
                                   .seed = *seed,
                                   .destination = place,
                                   .stop = surroundings.stop},
                        .wishes = *std::move(wishes)};
    const Rendering rendering = render(request.loaded, request.render);
    auto seen = observed(*destination, pathsToObserve(rendering));
    if (seen && request.wishes.commit)
        seen = withUnstorable(*std::move(seen), filesToStore(rendering));
    if (!seen)
        return refused(NotPossible, seen.error());
    Plan plan = makePlan(request, rendering, *seen);
    if (const auto known = checkMade(plan, request.wishes); !known)
        return refused(WrongRequest, known.error());
    tellOf(plan, request.wishes, reporter);
    return Preparation{.request = std::move(request),
                       .plan = std::move(plan),
                       .hooks = std::move(opened->hooks),
                       .leavesHooks = opened->leavesHooks};
}

} // namespace waymark::cli
