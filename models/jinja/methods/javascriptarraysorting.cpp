#include "models/jinja/methods/javascriptcallbacks.h"

#include "models/jinja/dialects/javascript.h"
#include "models/jinja/dialects/javascriptsort.h"
#include "models/jinja/methods/javascripttext.h"

#include <algorithm>

namespace waymark::jinja::javascript {
namespace {

/// undefined is behind all others. Without a function: by text.
void sortItems(Call &call, std::vector<Value> &items)
{
    Runtime &runtime = call.runtime();
    if (!call[1].isUndefined() && !isFunction(call[1])) {
        runtime.fail(
            FailureKind::Type,
            QStringLiteral("The comparison function must be either a function or undefined"));
    }
    const auto last = std::stable_partition(items.begin(), items.end(),
                                            [](const Value &item) { return !item.isUndefined(); });
    javascript::sort(std::span(items.begin(), last), [&](const Value &a, const Value &b) {
        runtime.charge(1);
        if (call[1].isUndefined())
            return runtime.text(a) < runtime.text(b);
        const Value arguments[] = {a, b};
        return toNumber(runtime, call[1].object().call(runtime, {arguments, {}})) < 0;
    });
}

Value sort(Call &call)
{
    std::vector<Value> sorted = call[0].items().items; // what is called may change the array
    sortItems(call, sorted);
    call[0].items().items = std::move(sorted);
    return call[0];
}

Value toSorted(Call &call)
{
    std::vector<Value> sorted = call[0].items().items;
    call.runtime().chargeItems(static_cast<qsizetype>(sorted.size()));
    sortItems(call, sorted);
    return Value::list(make<ListData>(std::move(sorted)));
}

constexpr FunctionRow sortingRows[] = {
    {u"sort", "sort(self, compare)", sort, Flow::Items},
    {u"toSorted", "toSorted(self, compare)", toSorted, Flow::Items},
};

} // namespace

std::span<const FunctionRow> arraySortingMethods()
{
    return sortingRows;
}

} // namespace waymark::jinja::javascript
