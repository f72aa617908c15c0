#include "app/cli/newcommand.h"

#include "app/cli/jsonoutput.h"
#include "app/cli/planview.h"
#include "app/cli/preparation.h"
#include "models/plan/filesystem.h"
#include "models/plan/planjson.h"
#include "models/plan/planpatch.h"
#include "models/plan/writer.h"

#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

ExitCode report(const Refusal &refusal, const Reporter &reporter)
{
    for (const Problem &problem : refusal.problems)
        reporter.problem(problem);
    return refusal.code;
}

ExitCode refuseLog(const Reporter &reporter)
{
    return reporter.fail(*reporter.logError(), NotPossible);
}

/// What is said where the user interrupted a command, whatever else it found.
ExitCode interrupted(const Reporter &reporter)
{
    return reporter.fail(
        Error{{.code = u"cli.interrupted"_s, .message = text("Interrupted; nothing was written.")}},
        NotPossible);
}

/// 1 where there is something to see in `plan`.
ExitCode verdictOf(const Plan &plan)
{
    const QList<Problem> problems = plan.allProblems();
    const bool worthSeeing = std::ranges::any_of(
        problems, [](const Problem &problem) { return problem.severity != Severity::Note; });
    return worthSeeing ? Noteworthy : Done;
}

/// 2 where the destination, 1 where the template or a file is in the way.
ExitCode blockedCodeOf(const Plan &plan)
{
    const QList<Problem> problems = plan.allProblems();
    const bool byDestination = std::ranges::any_of(problems, [](const Problem &problem) {
        return problem.severity == Severity::Error && problem.code.startsWith(u"destination.");
    });
    return byDestination ? WrongRequest : Noteworthy;
}

ExitCode showPlan(const Plan &plan, const Arguments &arguments, const Surroundings &surroundings,
                  const Reporter &reporter)
{
    QTextStream &out = surroundings.streams.out;
    printProblems(plan, reporter);
    if (arguments.has(u"--patch"_s)) {
        const auto patch = toPatch(plan);
        if (!patch)
            return reporter.fail(patch.error(), NotPossible);
        out.flush();
        out.device()->write(*patch);
    } else if (arguments.has(u"--json"_s)) {
        printJson(out, u"plan"_s, toJsonMembers(plan));
    } else {
        printPlan(out, plan, reporter);
    }
    return verdictOf(plan);
}

WriteRequest requestFor(const Preparation &prepared, const Surroundings &surroundings)
{
    const Plan &plan = prepared.plan;
    WriteRequest request{
        .destination = plan.destination, .changes = {}, .folders = plan.folders, .base = {}};
    request.commit = plan.commits;
    request.message = plan.message;
    request.branch = plan.branch;
    request.signOff = plan.signOff;
    request.stop = surroundings.stop;
    for (const PlannedFile &file : plan.files) {
        request.changes += file.change;
        // What can be fetched again needs no copy; the record is no part of what was rendered.
        if (plan.made.commit.isEmpty() && file.rendered && !file.templatePath.isEmpty())
            request.base += {file.change.path, file.rendered->mode, file.rendered->content};
    }
    return request;
}

void printApplied(const Preparation &prepared, const Applied &applied, const Arguments &arguments,
                  const Surroundings &surroundings, const Reporter &reporter)
{
    const Plan &plan = prepared.plan;
    QTextStream &out = surroundings.streams.out;
    reporter.log(text("Created %1: plan %2, commit %3")
                     .arg(applied.destination, QString::fromLatin1(plan.hash),
                          QString::fromLatin1(applied.commit)));
    if (arguments.has(u"--json"_s)) {
        Map members = toJsonMembers(plan);
        members.insert(u"applied"_s,
                       Map{{u"destination"_s, applied.destination},
                           {u"commit"_s, QString::fromLatin1(applied.commit)},
                           {u"branch"_s, applied.branch}});
        printJson(out, u"new"_s, members);
        return;
    }
    if (reporter.isQuiet())
        return;
    if (reporter.isVerbose())
        printPlan(out, plan, reporter);
    const QString made = QString(plan.made.name + u' ' + plan.made.ref).trimmed();
    out << reporter.bold(
        text("Created %1 from %2").arg(printable(applied.destination), printable(made)))
        << '\n';
    out << "  " << text("Files: %1").arg(summaryOf(plan)) << '\n';
    if (!applied.commit.isEmpty()) {
        out << "  "
            << text("Commit: %1 on %2")
                   .arg(QString::fromLatin1(applied.commit.first(10)), printable(applied.branch))
            << '\n';
    }
    printNextSteps(out, plan, applied.destination, !applied.commit.isEmpty(), reporter);
}

std::optional<Problem> unexpectedPlan(const Plan &plan, const Arguments &arguments)
{
    const QString expected = arguments.value(u"--expect-plan"_s);
    if (!arguments.has(u"--expect-plan"_s) || expected == QString::fromLatin1(plan.hash))
        return std::nullopt;
    return Problem{
        .code = u"plan.unexpected"_s,
        .message = text("The plan is %1 now, not %2. Nothing was written.")
                       .arg(QString::fromLatin1(plan.hash), expected),
        .hint
        = text("The template, the answers, the time, the seed or the destination changed. Look at "
               "“waymark plan” again, and hand its seed and now on.")};
}

/// Whether the golden file `name` is to replace the one that is there. Asks until it is told.
Result<bool> wantsGolden(const QString &name, Prompt &prompt)
{
    const QStringList words{u"keep"_s, u"golden"_s};
    while (true) {
        const auto typed
            = prompt.line(text("  %1 is there already. Keep it, or use the golden one? [keep]: ")
                              .arg(printable(name)),
                          words);
        if (!typed)
            return failure({.code = u"cli.input-ended"_s,
                            .message = text("The input ended before every question was answered; "
                                            "nothing was written.")});
        const QString answer = typed->trimmed().toLower();
        if (words.at(0).startsWith(answer))
            return false;
        if (words.at(1).startsWith(answer))
            return true;
    }
}

/// Asks which of two differing files of a fresh clone is wanted, and plans again.
Attempt<Preparation> settled(Preparation prepared, const Surroundings &surroundings,
                             const Arguments &arguments)
{
    if (!surroundings.prompt || arguments.has(u"--defaults"_s))
        return prepared;
    QStringList golden;
    for (const PlannedFile &file : std::as_const(prepared.plan.files)) {
        if (file.change.kind != ChangeClass::Kept)
            continue;
        const QString name = QString::fromUtf8(file.change.path);
        const auto isGolden = wantsGolden(name, *surroundings.prompt);
        if (!isGolden)
            return refused(WrongRequest, isGolden.error());
        if (*isGolden)
            golden += name;
    }
    if (golden.isEmpty())
        return prepared;
    prepared.request.wishes.golden = golden;
    prepared.plan
        = makePlan(prepared.request, render(prepared.request.loaded, prepared.request.render),
                   prepared.plan.destination);
    return prepared;
}

} // namespace

ExitCode runPlan(const Arguments &arguments, const Surroundings &surroundings)
{
    const Reporter reporter(arguments, surroundings);
    if (reporter.logError())
        return refuseLog(reporter);
    const auto prepared = prepare(arguments, surroundings, reporter);
    if (surroundings.stop.stop_requested())
        return interrupted(reporter);
    if (!prepared)
        return report(prepared.error(), reporter);
    return showPlan(prepared->plan, arguments, surroundings, reporter);
}

ExitCode runNew(const Arguments &arguments, const Surroundings &surroundings)
{
    const Reporter reporter(arguments, surroundings);
    if (reporter.logError())
        return refuseLog(reporter);
    const bool isDry = arguments.has(u"--dry-run"_s);
    FileSystem fileSystem;
    const Writer writer(fileSystem, surroundings.state);
    if (!isDry) {
        const auto recovered = writer.recover(destinationOf(arguments, surroundings));
        if (!recovered)
            return reporter.fail(recovered.error(), NotPossible);
        for (const Problem &note : recovered->notes)
            reporter.problem(note);
        if (recovered->what != Recovery::Nothing)
            reporter.note(text("An apply that was interrupted here has been put right."));
    }
    auto prepared = prepare(arguments, surroundings, reporter);
    if (prepared && !isDry)
        prepared = settled(std::move(*prepared), surroundings, arguments);
    if (surroundings.stop.stop_requested())
        return interrupted(reporter);
    if (!prepared)
        return report(prepared.error(), reporter);
    const Plan &plan = prepared->plan;
    if (const auto problem = unexpectedPlan(plan, arguments))
        return reporter.fail(Error{*problem}, WrongRequest);
    if (isDry)
        return showPlan(plan, arguments, surroundings, reporter);
    printProblems(plan, reporter);
    if (plan.isBlocked()) {
        reporter.note(text("Nothing was written."));
        return blockedCodeOf(plan);
    }
    reporter.step(text("Writing…"));
    const auto applied = writer.apply(requestFor(*prepared, surroundings));
    if (!applied && applied.error().problem.code == u"write.cancelled")
        return interrupted(reporter);
    const SecretMask mask(prepared->request.render.form, plan.shownPaths);
    if (!applied)
        return reporter.fail(Error{mask.masked(applied.error().problem)},
                             exitCodeOf(applied.error().problem));
    for (const Problem &note : applied->notes)
        reporter.problem(mask.masked(note));
    if (!applied->output.isEmpty())
        surroundings.streams.err << applied->output;
    printApplied(*prepared, *applied, arguments, surroundings, reporter);
    return Done;
}

} // namespace waymark::cli
