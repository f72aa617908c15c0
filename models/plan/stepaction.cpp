#include "models/plan/stepaction.h"

#include <algorithm>

namespace waymark {

const StepAction *stepAction(QStringView name)
{
    for (const auto &family : {fetchActions, fileSystemActions, catalogActions, debugActions,
                               textFileActions, dataActions, archiveActions}) {
        const std::span<const StepAction> actions = family();
        const auto found = std::ranges::find(actions, name, &StepAction::name);
        if (found != actions.end())
            return &*found;
    }
    return nullptr;
}

Result<jinja::TaggedValue> run(const StepAction &action, const StepRun &run,
                               const jinja::TaggedValue &input, Workspace &workspace)
{
    const ActionInput read(run.step, input, run.context);
    if (!action.keys.empty()) {
        if (const auto checked = read.check(action.keys); !checked)
            return std::unexpected(checked.error());
    }
    return action.run(run, read, workspace);
}

} // namespace waymark
