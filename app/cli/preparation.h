#pragma once

#include "app/cli/foreseen.h"
#include "app/cli/refusal.h"
#include "app/cli/reporter.h"
#include "models/plan/planner.h"

namespace waymark::cli {

/// What the hooks and tasks of a template did on what it makes. It holds no secrets but in files.
struct HookReport
{
    struct Run
    {
        QString name;
        QString output;
    };
    QByteArray plan; ///< The hash of the one that was agreed to, without what they changed.
    bool isSandboxed = true;
    QList<Run> runs;
    QList<Change> changes; ///< See ExecutedRendering.
    QByteArrayList secret; ///< The paths of those that hold a secret.
};

/// A plan, and what it was made of.
struct Preparation
{
    PlanRequest request;
    Plan plan;
    std::optional<HookReport> hooks = {}; ///< Where they have run.
    bool leavesHooks = false; ///< Who was asked does not want them to run.
    bool isExpected = false; ///< The plan is the one that --expect-plan names.
};

/// Whether hooks that come before the questions run, where --run-hooks wants that.
enum class HooksBeforeQuestions : quint8 { Wait, Run };

/// Does what “new” and “plan” have in common: finds the template, looks at the destination, takes,
/// derives and asks for answers, and makes the plan. It writes nothing but its questions, and asks
/// none where nothing can come of them.
[[nodiscard]] Attempt<Preparation> prepare(const Arguments &arguments,
                                           const Surroundings &surroundings, Reporter &reporter,
                                           Aim aim = Aim::Show,
                                           HooksBeforeQuestions hooks = HooksBeforeQuestions::Wait);

/// DEST as the arguments give it, absolute.
[[nodiscard]] QString destinationOf(const Arguments &arguments, const Surroundings &surroundings);

/// The template TEMPLATE of the catalog with all its files.
[[nodiscard]] Attempt<LoadedTemplate> loadNamedTemplate(const QString &name,
                                                        const Surroundings &surroundings,
                                                        Reporter &reporter);

/// 2 for a destination that cannot take a service, 3 for what could not be looked at or done.
[[nodiscard]] ExitCode exitCodeOf(const Problem &problem);

} // namespace waymark::cli
