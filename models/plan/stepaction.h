#pragma once

#include "models/plan/stepfiles.h"

namespace waymark {

/// An action of a scaffolder that makes or changes files, or data for the steps behind it.
struct StepAction
{
    /// What the step gives to others as its output; undefined: nothing. An error where it cannot be
    /// done.
    using Run = Result<jinja::TaggedValue> (*)(const StepRun &run, const ActionInput &input,
                                               Workspace &workspace);

    QStringView name;
    std::span<const InputKey> keys; ///< Empty: the action looks at its input itself.
    Run run;
};

/// The action of that name; null: there is none that is done here.
[[nodiscard]] const StepAction *stepAction(QStringView name);

/// Does the step with the action `action` and the input `input`, evaluated.
[[nodiscard]] Result<jinja::TaggedValue> run(const StepAction &action, const StepRun &run,
                                             const jinja::TaggedValue &input, Workspace &workspace);

// The actions, by families.
[[nodiscard]] std::span<const StepAction> fetchActions(); ///< fetch:*
[[nodiscard]] std::span<const StepAction> fileSystemActions(); ///< fs:*
[[nodiscard]] std::span<const StepAction> catalogActions(); ///< catalog:write
[[nodiscard]] std::span<const StepAction> debugActions(); ///< debug:*, and waiting
[[nodiscard]] std::span<const StepAction> textFileActions(); ///< roadiehq:utils:fs:*
[[nodiscard]] std::span<const StepAction> dataActions(); ///< roadiehq:utils: JSON and YAML
[[nodiscard]] std::span<const StepAction> archiveActions(); ///< roadiehq:utils:zip

} // namespace waymark
