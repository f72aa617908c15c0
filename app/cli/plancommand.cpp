#include "app/cli/plancommand.h"

#include "app/cli/capabilityview.h"
#include "app/cli/planview.h"
#include "app/cli/repeating.h"
#include "models/plan/capabilitytext.h"
#include "models/plan/planjson.h"
#include "models/plan/planpatch.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

/// `plan` as another may apply it, whom git knows: a doubt who is committing here is but a note.
Plan forAnybody(Plan plan)
{
    for (Problem &problem : plan.problems) {
        if (problem.code == u"git.identity" && problem.severity == Severity::Warning)
            problem.severity = Severity::Note;
    }
    return plan;
}

/// The command that makes just this plan, of which time and seed are others at the next run.
/// Nothing where it would be refused.
void printRepetition(QTextStream &out, const Preparation &prepared, const Arguments &arguments)
{
    const Plan &plan = prepared.plan;
    if (plan.isBlocked())
        return;
    const QStringList pins{u"--expect-plan"_s, QString::fromLatin1(plan.hash),
                           u"--now"_s,         plan.now.toUTC().toString(Qt::ISODate),
                           u"--seed"_s,        QString::fromLatin1(plan.seed)};
    const QString command = applyCommand(arguments, prepared.request.render.form,
                                         prepared.request.wishes.golden, pins);
    out << text("Apply just this:") << "\n  " << printable(command) << '\n';
    const QStringList given = arguments.values(u"--secret"_s);
    for (const QString &secret : prepared.request.render.form.schema().secretNames()) {
        const auto isIt = [&secret](const QString &option) {
            return option.startsWith(secret + u'=') || option.startsWith(secret + u'.');
        };
        if (plan.secrets.contains(secret) && std::ranges::none_of(given, isIt))
            out << text("Its secrets are not in it; add: --secret %1=env:VAR")
                       .arg(printable(secret))
                << '\n';
    }
}

} // namespace

ExitCode showPlan(const Preparation &prepared, const QString &kind, const Arguments &arguments,
                  const Surroundings &surroundings, Reporter &reporter)
{
    const Plan plan = forAnybody(prepared.plan);
    QTextStream &out = surroundings.streams.out;
    printProblems(plan, reporter);
    if (arguments.has(u"--patch"_s)) {
        const auto patch = toPatch(plan);
        if (!patch)
            return reporter.fail(patch.error(), NotPossible);
        out.flush();
        out.device()->write(*patch);
    } else if (arguments.has(u"--json"_s)) {
        Map members = toJsonMembers(plan);
        members.insert(u"capabilities"_s,
                       capabilitiesToJson(capabilitiesOf(prepared.request.loaded)));
        reporter.document(kind, members);
    } else {
        printPlan(out, plan, reporter);
        printCapabilities(out, capabilitiesOf(prepared.request.loaded), reporter);
        out << '\n';
        printRepetition(out, prepared, arguments);
    }
    const QList<Problem> problems = plan.allProblems();
    const bool isWorthSeeing = std::ranges::any_of(
        problems, [](const Problem &problem) { return problem.severity != Severity::Note; });
    return isWorthSeeing ? Noteworthy : Done;
}

ExitCode runPlan(const Arguments &arguments, const Surroundings &surroundings, Reporter &reporter)
{
    const auto prepared = prepare(arguments, surroundings, reporter);
    if (surroundings.stop.stop_requested())
        return reporter.interrupted();
    if (!prepared)
        return reporter.fail(prepared.error());
    return showPlan(*prepared, u"plan"_s, arguments, surroundings, reporter);
}

} // namespace waymark::cli
