#include "models/jinja/filters/nunjucksfamilies.h"

#include "models/jinja/filters/nunjucksarguments.h"
#include "models/jinja/filters/nunjucksproperties.h"

namespace waymark::jinja {
namespace {

/// select and reject: items by what a test says of them.
Value chosen(Call &call, bool wanted)
{
    Runtime &runtime = call.runtime();
    const QString name = call[1].isUndefined() ? QStringLiteral("truthy") : call.text(1);
    if (!runtime.findTest(name))
        runtime.fail(FailureKind::Runtime, QStringLiteral("test not found: %1").arg(name));
    std::vector<Value> result;
    auto shape = Tags(0);
    for (const Value &item : call[0].isMarkup() ? std::vector<Value>() : elements(call, 0)) {
        const Value arguments[] = {item, call[2]};
        shape = runtime.tagTable().united(shape, runtime.deepTags(item));
        if (runtime.applyTest(name, {arguments, {}}) == wanted)
            result.push_back(item);
    }
    return runtime.withShape(newArray(std::move(result)), shape);
}

Value select(Call &call)
{
    return chosen(call, true);
}

Value reject(Call &call)
{
    return chosen(call, false);
}

Value chosenByAttribute(Call &call, bool wanted)
{
    Runtime &runtime = call.runtime();
    std::vector<Value> result;
    auto shape = Tags(0);
    for (const Value &item : onlyArray(call, 0, "filter")) {
        const Value value = propertyOf(call, item, call[1]);
        shape = runtime.tagTable().united(shape, runtime.deepTags(value));
        if (runtime.truthy(value) == wanted)
            result.push_back(item);
    }
    return runtime.withShape(newArray(std::move(result)), shape);
}

Value selectattr(Call &call)
{
    return chosenByAttribute(call, true);
}

Value rejectattr(Call &call)
{
    return chosenByAttribute(call, false);
}

constexpr FunctionRow rows[] = {
    {u"reject", "reject(arr, testName, secondArg)", reject, Flow::Items},
    {u"rejectattr", "rejectattr(arr, attr)", rejectattr, Flow::Items},
    {u"select", "select(arr, testName, secondArg)", select, Flow::Items},
    {u"selectattr", "selectattr(arr, attr)", selectattr, Flow::Items},
};

} // namespace

std::span<const FunctionRow> nunjucksSelectionFilters()
{
    return rows;
}

} // namespace waymark::jinja
