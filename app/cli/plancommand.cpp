#include "app/cli/plancommand.h"

#include "app/cli/capabilityview.h"
#include "app/cli/planview.h"
#include "models/plan/capabilitytext.h"
#include "models/plan/planjson.h"
#include "models/plan/planpatch.h"

#include <QIODevice>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {

ExitCode showPlan(const Preparation &prepared, const QString &kind, const Arguments &arguments,
                  const Surroundings &surroundings, Reporter &reporter)
{
    const Plan &plan = prepared.plan;
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
        printRepetition(out, plan);
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
