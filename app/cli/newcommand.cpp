#include "app/cli/newcommand.h"

#include "app/cli/appliedview.h"
#include "app/cli/confirming.h"
#include "app/cli/hooks.h"
#include "app/cli/hookview.h"
#include "app/cli/plancommand.h"
#include "app/cli/planview.h"
#include "app/cli/preparation.h"
#include "models/plan/filesystem.h"
#include "models/plan/firsthooks.h"
#include "models/plan/secretmask.h"
#include "models/plan/way.h"
#include "models/plan/writerequest.h"

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

/// 2 where the destination or what is asked of it, 3 where git, 1 where the template or a file is
/// in the way.
ExitCode blockedCodeOf(const Plan &plan)
{
    QList<Problem> errors = plan.allProblems();
    errors.removeIf([](const Problem &problem) { return problem.severity != Severity::Error; });
    const auto isRequest
        = [](const Problem &problem) { return exitCodeOf(problem) == WrongRequest; };
    const auto isGit = [](const Problem &problem) { return problem.code.startsWith(u"git."); };
    if (std::ranges::any_of(errors, isRequest))
        return WrongRequest;
    return std::ranges::any_of(errors, isGit) ? NotPossible : Noteworthy;
}

/// Whether `text` is the SHA-256 that a plan has, in hexadecimal digits.
bool isPlanHash(const QString &text)
{
    constexpr qsizetype digits = 64;
    const auto isDigit
        = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    return text.size() == digits && std::ranges::all_of(text, isDigit);
}

/// That the hash to expect is one.
Result<> checkExpected(const Arguments &arguments)
{
    const QString expected = arguments.value(u"--expect-plan"_s).toLower();
    if (!arguments.has(u"--expect-plan"_s) || isPlanHash(expected))
        return {};
    return failure({.code = u"cli.plan-hash"_s,
                    .message = text("“%1” is not the hash of a plan: that has 64 digits, 0 to 9 "
                                    "and a to f.")
                                   .arg(expected),
                    .hint = text("Copy it whole from behind “Plan:”, where “waymark plan” prints "
                                 "it.")});
}

std::optional<Problem> unexpectedPlan(const Plan &plan, const Arguments &arguments)
{
    const QString expected = arguments.value(u"--expect-plan"_s).toLower();
    if (!arguments.has(u"--expect-plan"_s) || expected == QString::fromLatin1(plan.hash))
        return std::nullopt;
    return Problem{
        .code = u"plan.unexpected"_s,
        .message = text("The plan is %1 now, not %2. Nothing was written.")
                       .arg(QString::fromLatin1(plan.hash), expected),
        .hint
        = text("The template, the answers, the options, the time, the seed or the destination "
               "changed. Look at “waymark plan” again, and hand its seed and now on.")};
}

/// `error` with the destination itself, where that is locked, or cannot be made, through the folder
/// around it.
Error naming(const QString &destination, Error error)
{
    const QString &file = error.problem.file;
    const bool isUnmade = error.problem.code == u"write.failed" && !file.isEmpty()
        && destination.startsWith(file + u'/');
    if (error.problem.code == u"destination.locked" || isUnmade)
        error.problem.file = destination;
    return error;
}

/// Puts right what an interrupted apply left at the destination.
Result<> recover(const Writer &writer, const QString &destination, Reporter &reporter)
{
    const auto recovered = writer.recover(destination);
    if (!recovered)
        return std::unexpected(naming(destination, recovered.error()));
    for (const Problem &note : recovered->notes + recovered->left)
        reporter.problem(note);
    if (recovered->what != Recovery::Nothing)
        reporter.note(text("An apply that was interrupted here has been put right."));
    return {};
}

/// A doubt whether git knows whom a commit is by, which an apply ends at once.
bool isDoubt(const Problem &problem)
{
    return problem.code == u"git.identity" && problem.severity == Severity::Warning;
}

/// Prints those problems of `plan` that are doubts, or those that are none.
void printProblems(const Plan &plan, bool doubts, Reporter &reporter)
{
    for (const Problem &problem : plan.allProblems()) {
        if (isDoubt(problem) == doubts)
            reporter.problem(problem);
    }
}

ExitCode apply(const Writer &writer, const Preparation &prepared, const Arguments &arguments,
               const Surroundings &surroundings, Reporter &reporter)
{
    reporter.step(text("Writing…"));
    WriteRequest request = writeRequestOf(prepared.plan);
    request.stop = surroundings.stop;
    const auto applied = writer.apply(request);
    if (!applied && applied.error().problem.code == u"write.cancelled")
        return reporter.interrupted();
    const SecretMask mask(prepared.request.render.form, prepared.plan.shownPaths);
    if (!applied && applied.error().problem.code == u"process.cancelled") {
        reporter.problem(mask.masked(applied.error().problem));
        return reporter.interrupted();
    }
    if (!applied) {
        const ExitCode code = reporter.fail(
            naming(prepared.plan.destination.path, Error{mask.masked(applied.error().problem)}),
            exitCodeOf(applied.error().problem));
        if (isAsking(arguments, surroundings))
            printDeclined(prepared, WhyDeclined::Failure, arguments, surroundings, reporter);
        return code;
    }
    for (const Problem &note : applied->notes)
        reporter.problem(mask.masked(note));
    if (!isAsking(arguments, surroundings))
        printProblems(prepared.plan, true, reporter);
    if (!applied->output.isEmpty())
        surroundings.streams.err << applied->output;
    printApplied(prepared, *applied, arguments, surroundings, reporter);
    return Done;
}

/// Shows what is planned with what forbids to apply it. Who was asked does not lose the answers.
ExitCode blocked(const Preparation &prepared, const Arguments &arguments,
                 const Surroundings &surroundings, Reporter &reporter)
{
    if (arguments.has(u"--json"_s))
        reporter.document(u"new"_s, toJsonMembers(prepared));
    if (isAsking(arguments, surroundings) && !isHopeless(prepared.plan))
        printDeclined(prepared, WhyDeclined::Failure, arguments, surroundings, reporter);
    else
        reporter.note(text("Nothing was written."));
    return blockedCodeOf(prepared.plan);
}

/// Applies what is planned, once whoever sits at the terminal agrees.
ExitCode create(const Writer &writer, const Preparation &prepared, const Arguments &arguments,
                const Surroundings &surroundings, Reporter &reporter)
{
    printProblems(prepared.plan, false, reporter);
    const bool isAsked = isAsking(arguments, surroundings);
    if (isAsked || prepared.plan.isBlocked())
        printProblems(prepared.plan, true, reporter);
    if (prepared.plan.isBlocked())
        return blocked(prepared, arguments, surroundings, reporter);
    if (isAsked) {
        const auto agreed = confirmed(prepared, surroundings, reporter);
        if (!agreed || !*agreed || surroundings.stop.stop_requested())
            printDeclined(prepared, WhyDeclined::Choice, arguments, surroundings, reporter);
        if (surroundings.stop.stop_requested())
            return reporter.interrupted();
        if (!agreed)
            return reporter.fail(agreed.error(), WrongRequest);
        if (!*agreed)
            return Noteworthy;
    }
    return apply(writer, prepared, arguments, surroundings, reporter);
}

/// As “new” takes it up: with what had to be asked of whoever sits at the terminal.
Attempt<Preparation> takenUp(const Arguments &arguments, const Surroundings &surroundings,
                             Reporter &reporter, HooksBeforeQuestions hooks)
{
    const bool isDry = arguments.has(u"--dry-run"_s);
    auto prepared
        = prepare(arguments, surroundings, reporter, isDry ? Aim::Show : Aim::Apply, hooks);
    if (prepared && !isDry && isAsking(arguments, surroundings))
        prepared = settled(std::move(*prepared), surroundings, reporter);
    return prepared;
}

/// `prepared` once all hooks have run that were agreed to: those before the questions too, which
/// wait until it is known that the plan is the one that was expected.
Attempt<Preparation> executed(Attempt<Preparation> prepared, const Arguments &arguments,
                              const Surroundings &surroundings, Reporter &reporter)
{
    const bool waited = prepared->isExpected && arguments.has(u"--run-hooks"_s)
        && !prepared->plan.isBlocked() && !firstHooks(prepared->request.loaded).commands.isEmpty();
    if (waited)
        prepared = withWaitingHooksRun(*std::move(prepared), arguments, surroundings, reporter);
    if (!prepared || surroundings.stop.stop_requested())
        return prepared;
    if (const auto problem = unexpectedPlan(prepared->plan, arguments))
        return refused(WrongRequest, Error{*problem});
    return withHooksRun(*std::move(prepared), arguments, surroundings, reporter);
}

} // namespace

ExitCode runNew(const Arguments &arguments, const Surroundings &surroundings, Reporter &reporter)
{
    const bool isDry = arguments.has(u"--dry-run"_s);
    if (const auto way = checkEncoding(destinationOf(arguments, surroundings)); !way)
        return reporter.fail(way.error(), WrongRequest);
    if (const auto expected = checkExpected(arguments); !expected)
        return reporter.fail(expected.error(), WrongRequest);
    FileSystem fileSystem;
    const Writer writer(fileSystem, surroundings.state);
    if (!isDry) {
        const auto ready = recover(writer, destinationOf(arguments, surroundings), reporter);
        if (!ready)
            return reporter.fail(ready.error(), NotPossible);
    }
    const bool waits = isDry || arguments.has(u"--expect-plan"_s);
    auto prepared = takenUp(arguments, surroundings, reporter,
                            waits ? HooksBeforeQuestions::Wait : HooksBeforeQuestions::Run);
    if (surroundings.stop.stop_requested())
        return reporter.interrupted();
    if (!prepared)
        return reporter.fail(prepared.error());
    if (const auto problem = unexpectedPlan(prepared->plan, arguments))
        return reporter.fail(Error{*problem}, WrongRequest);
    prepared->isExpected = arguments.has(u"--expect-plan"_s);
    if (isDry)
        return showPlan(*prepared, u"new"_s, arguments, surroundings, reporter);
    prepared = executed(std::move(prepared), arguments, surroundings, reporter);
    if (surroundings.stop.stop_requested())
        return reporter.interrupted();
    if (!prepared)
        return reporter.fail(prepared.error());
    return create(writer, *prepared, arguments, surroundings, reporter);
}

} // namespace waymark::cli
