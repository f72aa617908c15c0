#include "models/plan/stepaction.h"

namespace waymark {
namespace {

using jinja::TaggedValue;

constexpr InputKey logKeys[]
    = {{u"message", inputs::Anything}, {u"listWorkspace", inputs::Text | inputs::Truth}};
constexpr InputKey waitKeys[] = {
    {u"minutes", inputs::Number}, {u"seconds", inputs::Number}, {u"milliseconds", inputs::Number}};
constexpr InputKey sleepKeys[] = {{u"amount", inputs::Number, true}};

/// Neither a log of a server nor a pause changes what a template makes.
Result<TaggedValue> doNothing(const StepRun & /*run*/, const ActionInput & /*input*/,
                              Workspace & /*workspace*/)
{
    return TaggedValue::undefined();
}

constexpr StepAction actions[] = {{u"debug:log", logKeys, doNothing},
                                  {u"debug:wait", waitKeys, doNothing},
                                  {u"roadiehq:utils:sleep", sleepKeys, doNothing}};

} // namespace

std::span<const StepAction> debugActions()
{
    return actions;
}

} // namespace waymark
