#pragma once

#include "app/cli/preparation.h"

namespace waymark::cli {

/// A template, and what its hooks before the questions did, where they have run.
struct Opened
{
    LoadedTemplate loaded;
    std::optional<HookReport> hooks = {};
    bool leavesHooks = false; ///< Who was asked does not want them to run.
    bool isChanged = false; ///< The template is not what it was before them.
    QList<Change> changes = {}; ///< Of its files; see ExecutedRendering.
};

/// `loaded`, known as `identity`, once those hooks have run on a copy of it, where --run-hooks
/// wants that, and somebody has agreed to just them: whoever is asked, or in a consent that was
/// kept. Without that option, where there is nothing to run, and for who says no, it is as it was.
[[nodiscard]] Attempt<Opened> withFirstHooksRun(LoadedTemplate loaded,
                                                const TemplateIdentity &identity,
                                                const Arguments &arguments,
                                                const Surroundings &surroundings,
                                                Reporter &reporter);

/// `expected`, the plan that --expect-plan names, once the hooks before the questions have run that
/// waited for it. The answers are those that it was made of; nothing is read or asked again. An
/// error where the hooks changed the template: the plan is another one then, which nobody has seen.
[[nodiscard]] Attempt<Preparation> withWaitingHooksRun(Preparation expected,
                                                       const Arguments &arguments,
                                                       const Surroundings &surroundings,
                                                       Reporter &reporter);

/// `prepared`, once the template's hooks and tasks have run on what it makes, where --run-hooks
/// wants that: with the plan of what they left. They run only where somebody has agreed to just
/// them: whoever is asked, who has read the plan that --expect-plan names, or in a consent that was
/// kept. The consent is kept. Without that option, where the plan is blocked, where there is
/// nothing to run, and for who says no, it is as it was.
[[nodiscard]] Attempt<Preparation> withHooksRun(Preparation prepared, const Arguments &arguments,
                                                const Surroundings &surroundings,
                                                Reporter &reporter);

} // namespace waymark::cli
