#include "app/cli/hooks.h"

#include "app/cli/confirming.h"
#include "app/cli/hookview.h"
#include "models/base/utf8.h"
#include "models/plan/consent.h"
#include "models/plan/executedrendering.h"
#include "models/plan/filesystem.h"
#include "models/plan/firsthooks.h"
#include "models/plan/misspeltnames.h"
#include "models/plan/nameslips.h"
#include "models/plan/unstorable.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

/// 1 where the template is what does not work, 3 where nothing can be run here.
ExitCode codeOf(const Problem &problem)
{
    return problem.code.startsWith(u"hooks.") || problem.code == u"process.crashed" ? Noteworthy
                                                                                    : NotPossible;
}

Refusal refusalOf(Problem problem, const SecretMask &mask)
{
    if (problem.code.startsWith(u"sandbox."))
        problem.hint += u' '
            + text("Or let the hooks run as you, with all that you may do: "
                   "--run-hooks=unsandboxed");
    return {codeOf(problem), {mask.masked(problem)}};
}

bool isInSandbox(const Arguments &arguments)
{
    return arguments.value(u"--run-hooks"_s) == u"sandboxed";
}

QList<HookReport::Run> toldRuns(const QList<CommandRun> &runs, const SecretMask &mask)
{
    QList<HookReport::Run> told;
    told.reserve(runs.size());
    for (const CommandRun &run : runs)
        told += {run.name, mask.inMessage(displayed(run.output)).trimmed()};
    return told;
}

std::function<void(const QString &)> announcing(Reporter &reporter)
{
    return [&reporter](const QString &name) {
        reporter.step(text("Running %1…").arg(printableName(name)));
    };
}

/// Whether whoever was asked left.
bool isEndOfInput(const Refusal &refusal)
{
    return std::ranges::any_of(refusal.problems, [](const Problem &problem) {
        return problem.code == u"cli.input-ended";
    });
}

/// The destination with the paths that only the commands brought.
Result<DestinationSnapshot> observedToo(const Preparation &prepared, const Rendering &rendering)
{
    const DestinationSnapshot &before = prepared.plan.destination;
    QByteArrayList paths = pathsToObserve(rendering);
    paths.removeIf([&before](const QByteArray &path) { return before.entries.contains(path); });
    auto seen = observed(before, paths);
    if (seen && prepared.request.wishes.commit)
        seen = withUnstorable(*std::move(seen), filesToStore(rendering));
    return seen;
}

/// What somebody has to agree to: just these commands of just this template.
struct Agreement
{
    TemplateIdentity made;
    QList<UndoneAction> undone; ///< Without secrets.
    bool isExpected = false; ///< They are those of the plan that --expect-plan names.
    bool mayHaveChanged = false; ///< By hooks before the questions.
};

/// To the hooks of `loaded` that come before the questions.
Agreement toFirst(const LoadedTemplate &loaded, const TemplateIdentity &made)
{
    return {.made = made, .undone = firstHooks(loaded).undone};
}

/// To `commands`, which are those of `prepared`.
Agreement toCommands(const Preparation &prepared, const QList<TemplateCommand> &commands)
{
    QList<UndoneAction> undone = prepared.plan.undone;
    undone.removeIf([&commands](const UndoneAction &action) { return !isOneOf(action, commands); });
    return {.made = prepared.request.identity,
            .undone = undone,
            .isExpected = prepared.isExpected,
            .mayHaveChanged = prepared.request.loaded.hasRunFirstHooks};
}

Consent consentTo(const Agreement &agreement, const Arguments &arguments,
                  const Surroundings &surroundings)
{
    return {.made = agreement.made,
            .commands = commandsHash(agreement.undone),
            .isSandboxed = isInSandbox(arguments),
            .at = surroundings.clock()};
}

Problem withoutConsent(const Agreement &agreement, const QString &way)
{
    Problem problem{
        .code = u"hooks.no-consent"_s,
        .message
        = text("Nobody has agreed yet to what “%1” would run here.").arg(agreement.made.name),
        .hint = text("Read it first: “waymark plan” with the same answers and options shows "
                     "each hook and task in full. Then add --run-hooks=%1 to the command that "
                     "it prints behind “Apply just this”, with the plan's hash. Or leave "
                     "--defaults out at a terminal: it shows them and asks.")
                    .arg(way)};
    if (agreement.mayHaveChanged)
        problem.hint += u' '
            + text("What the hooks before the questions make of the others is shown only there.");
    return problem;
}

/// Whether somebody has read these commands and agreed: earlier, by the hash of a plan that has
/// them, or when asked. That is kept.
Attempt<bool> agreedTo(const Agreement &agreement, const Arguments &arguments,
                       const Surroundings &surroundings, Reporter &reporter)
{
    const Consent consent = consentTo(agreement, arguments, surroundings);
    if (isConsentKept(consent, surroundings.state)) {
        if (!arguments.has(u"--expect-plan"_s))
            reporter.note(text("You agreed to just these hooks and tasks before."));
        return true;
    }
    if (!agreement.isExpected) {
        if (!isAsking(arguments, surroundings))
            return std::unexpected(Refusal{
                WrongRequest, {withoutConsent(agreement, arguments.value(u"--run-hooks"_s))}});
        const auto isWanted
            = agreedToRun(agreement.undone, consent.isSandboxed, surroundings, reporter);
        if (!isWanted)
            return refused(WrongRequest, isWanted.error());
        if (!*isWanted) {
            reporter.note(text("They are not run."));
            return false;
        }
    }
    FileSystem fileSystem;
    if (const auto kept = keepConsent(consent, fileSystem, surroundings.state); !kept)
        return refused(NotPossible, kept.error());
    return true;
}

/// Keeps that whoever knows the hash of the plan `expected` has read and agreed to all that it
/// would run, before the questions too.
Result<> keepExpected(const Preparation &expected, const Arguments &arguments,
                      const Surroundings &surroundings)
{
    const PlanRequest &request = expected.request;
    const Rendering rendering = render(request.loaded, request.render);
    FileSystem fileSystem;
    for (const Agreement &agreement :
         {toFirst(request.loaded, request.identity), toCommands(expected, rendering.commands)}) {
        if (agreement.undone.isEmpty())
            continue;
        const auto kept = keepConsent(consentTo(agreement, arguments, surroundings), fileSystem,
                                      surroundings.state);
        if (!kept)
            return kept;
    }
    return {};
}

/// That `expected` is the plan of a template that the hooks made another one.
Problem otherTemplate(const Opened &opened, const Plan &expected)
{
    constexpr qsizetype most = 3;
    QStringList names;
    for (const Change &change : opened.changes.first(std::min(opened.changes.size(), most)))
        names += printableName(displayed(change.path));
    if (opened.changes.size() > most)
        names += u"…"_s;
    const QString shown = names.isEmpty() ? text("its folders") : names.join(u", ");
    return {.code = u"hooks.other-plan"_s,
            .message = text("The hooks before the questions changed the template (%1), so it is "
                            "not the plan %2 that would be made. Nothing was written.")
                           .arg(shown, QString::fromLatin1(expected.hash)),
            .hint = text("They are agreed to now: the same command without --expect-plan makes "
                         "what they leave, and at a terminal, without --defaults, it shows that "
                         "before it is made.")};
}

/// `opened`, where the hooks did not change the template; else what they changed is shown.
Attempt<Opened> unchanged(Attempt<Opened> opened, const Plan &expected, Reporter &reporter)
{
    if (!opened || !opened->isChanged)
        return opened;
    if (!opened->changes.isEmpty())
        printHooks({.plan = {}, .runs = {}, .changes = opened->changes, .secret = {}}, {},
                   HookDetail::Patches, reporter);
    return refused(WrongRequest, Error{otherTemplate(*opened, expected)});
}

/// Runs what is agreed to, and plans what it left.
class HookRunner
{
public:
    HookRunner(Preparation prepared, const Arguments &arguments, const Surroundings &surroundings,
               Reporter &reporter)
        : m_prepared(std::move(prepared))
        , m_arguments(arguments)
        , m_surroundings(surroundings)
        , m_reporter(reporter)
        , m_isSandboxed(isInSandbox(arguments))
        , m_mask(m_prepared.request.render.form, m_prepared.plan.shownPaths)
    {
    }

    Attempt<Preparation> run()
    {
        const Rendering before = render(m_prepared.request.loaded, m_prepared.request.render);
        if (before.commands.isEmpty()) {
            const bool hadNone = firstHooks(m_prepared.request.loaded).commands.isEmpty();
            if (hadNone && !m_prepared.hooks)
                m_reporter.note(text("--run-hooks has nothing to run: with these answers the "
                                     "template has no hooks or tasks."));
            return std::move(m_prepared);
        }
        const QList<Problem> &warnings = m_prepared.request.loaded.entry.definition.problems;
        QList<Problem> problems = commandProblems(before);
        for (Problem &problem : problems)
            problem = m_mask.masked(withHintOf(warnings, problem));
        if (!problems.isEmpty())
            return std::unexpected(Refusal{Noteworthy, problems});
        FileSystem fileSystem;
        const auto isAgreed = agreedTo(toCommands(m_prepared, before.commands), m_arguments,
                                       m_surroundings, m_reporter);
        if (!isAgreed)
            return std::unexpected(isAgreed.error());
        if (!*isAgreed) {
            m_prepared.leavesHooks = true;
            return std::move(m_prepared);
        }
        const auto outcome = runCommands(fileSystem, m_surroundings.state, requestFor(before));
        if (!outcome)
            return std::unexpected(refusalOf(outcome.error().problem, m_mask));
        return planned(before, *outcome);
    }

    /// What was planned; nothing else once run() has given a plan.
    [[nodiscard]] const Preparation &prepared() const { return m_prepared; }

private:
    CommandRequest requestFor(const Rendering &rendering)
    {
        return {.loaded = m_prepared.request.loaded,
                .rendering = rendering,
                .destination = m_prepared.request.render.destination,
                .kept = keptFiles(m_prepared.plan),
                .isSandboxed = m_isSandboxed,
                .stop = m_surroundings.stop,
                .starting = announcing(m_reporter)};
    }

    Attempt<Preparation> planned(const Rendering &before, const CommandOutcome &outcome)
    {
        ExecutedRendering executed
            = executedRendering(before, outcome, m_mask, keptFiles(m_prepared.plan));
        const auto seen = observedToo(m_prepared, executed.rendering);
        if (!seen)
            return refused(NotPossible, seen.error());
        HookReport report{.plan = m_prepared.plan.hash,
                          .isSandboxed = m_isSandboxed,
                          .runs = toldRuns(outcome.runs, m_mask),
                          .changes = {},
                          .secret = executed.secret};
        m_prepared.plan = makePlan(m_prepared.request, executed.rendering, *seen);
        report.changes = withoutKept(executed.changes, m_prepared.plan);
        printHooks(report, m_prepared.plan,
                   isAsking(m_arguments, m_surroundings) ? HookDetail::Patches : HookDetail::Names,
                   m_reporter);
        for (const Problem &note : std::as_const(executed.notes))
            m_reporter.problem(m_mask.masked(note));
        if (m_prepared.hooks) // those before the questions
            report.runs = m_prepared.hooks->runs + report.runs;
        m_prepared.hooks = std::move(report);
        return std::move(m_prepared);
    }

    Preparation m_prepared;
    const Arguments &m_arguments;
    const Surroundings &m_surroundings;
    Reporter &m_reporter;
    bool m_isSandboxed;
    SecretMask m_mask;
};

/// Says why `refusal`, unless whoever was asked stopped here, and how the answers are not lost.
void keepAnswers(Refusal &refusal, const Preparation &prepared, const Arguments &arguments,
                 const Surroundings &surroundings, Reporter &reporter)
{
    const bool isFailure = !surroundings.stop.stop_requested() && !isEndOfInput(refusal);
    if (isFailure) {
        reporter.fail(refusal);
        refusal.problems.clear();
    }
    printDeclined(prepared, isFailure ? WhyDeclined::Failure : WhyDeclined::Choice, arguments,
                  surroundings, reporter);
}

} // namespace

Attempt<Opened> withFirstHooksRun(LoadedTemplate loaded, const TemplateIdentity &identity,
                                  const Arguments &arguments, const Surroundings &surroundings,
                                  Reporter &reporter)
{
    const Rendering hooks = arguments.has(u"--run-hooks"_s) ? firstHooks(loaded) : Rendering();
    if (hooks.commands.isEmpty())
        return Opened{std::move(loaded)};
    const bool isSandboxed = isInSandbox(arguments);
    if (const QList<Problem> problems = commandProblems(hooks); !problems.isEmpty())
        return std::unexpected(Refusal{Noteworthy, problems});
    const auto isAgreed = agreedTo(toFirst(loaded, identity), arguments, surroundings, reporter);
    if (!isAgreed)
        return std::unexpected(isAgreed.error());
    if (!*isAgreed)
        return Opened{.loaded = std::move(loaded), .leavesHooks = true};
    FileSystem fileSystem;
    auto outcome = runFirstHooks(fileSystem, surroundings.state,
                                 {.loaded = loaded,
                                  .hooks = hooks,
                                  .isSandboxed = isSandboxed,
                                  .stop = surroundings.stop,
                                  .starting = announcing(reporter)});
    if (!outcome)
        return std::unexpected(refusalOf(outcome.error().problem, {}));
    Opened opened{.loaded = std::move(outcome->loaded),
                  .hooks = HookReport{.plan = {},
                                      .isSandboxed = isSandboxed,
                                      .runs = toldRuns(outcome->runs, {}),
                                      .changes = {},
                                      .secret = {}},
                  .isChanged = outcome->isChanged,
                  .changes = std::move(outcome->changes)};
    if (opened.isChanged)
        opened.loaded.entry.definition.problems += misspeltNames(opened.loaded, surroundings.stop);
    printRuns(opened.hooks->runs, reporter);
    if (outcome->left)
        reporter.problem(*outcome->left);
    return opened;
}

Attempt<Preparation> withWaitingHooksRun(Preparation expected, const Arguments &arguments,
                                         const Surroundings &surroundings, Reporter &reporter)
{
    if (const auto kept = keepExpected(expected, arguments, surroundings); !kept)
        return refused(NotPossible, kept.error());
    auto opened = unchanged(withFirstHooksRun(expected.request.loaded, expected.request.identity,
                                              arguments, surroundings, reporter),
                            expected.plan, reporter);
    if (!opened && isAsking(arguments, surroundings))
        keepAnswers(opened.error(), expected, arguments, surroundings, reporter);
    if (!opened)
        return std::unexpected(opened.error());
    expected.request.loaded = std::move(opened->loaded);
    expected.hooks = std::move(opened->hooks);
    const Rendering rendering = render(expected.request.loaded, expected.request.render);
    expected.plan = makePlan(expected.request, rendering, expected.plan.destination);
    return expected;
}

Attempt<Preparation> withHooksRun(Preparation prepared, const Arguments &arguments,
                                  const Surroundings &surroundings, Reporter &reporter)
{
    if (prepared.hooks) // those before the questions
        prepared.hooks->plan = prepared.plan.hash;
    if (!arguments.has(u"--run-hooks"_s) || prepared.plan.isBlocked())
        return prepared;
    HookRunner runner(std::move(prepared), arguments, surroundings, reporter);
    auto done = runner.run();
    if (!done && isAsking(arguments, surroundings))
        keepAnswers(done.error(), runner.prepared(), arguments, surroundings, reporter);
    return done;
}

} // namespace waymark::cli
