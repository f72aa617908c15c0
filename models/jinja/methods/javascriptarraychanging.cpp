#include "models/jinja/methods/javascripttext.h"

#include <algorithm>
#include <vector>

namespace waymark::jinja::javascript {
namespace {

std::vector<Value> &changedItems(Call &call)
{
    return call[0].items().items;
}

qsizetype changedSize(Call &call)
{
    return std::ssize(changedItems(call));
}

Value push(Call &call)
{
    for (const Value &item : call.rest())
        changedItems(call).push_back(item);
    call.runtime().chargeItems(changedSize(call) / 64 + 1);
    return static_cast<qint64>(changedSize(call));
}

Value pop(Call &call)
{
    auto &items = changedItems(call);
    if (items.empty())
        return Value::undefined();
    Value last = std::move(items.back());
    items.pop_back();
    return last;
}

Value shift(Call &call)
{
    auto &items = changedItems(call);
    if (items.empty())
        return Value::undefined();
    Value first = std::move(items.front());
    items.erase(items.begin());
    return first;
}

Value unshift(Call &call)
{
    changedItems(call).insert(changedItems(call).begin(), call.rest().begin(), call.rest().end());
    call.runtime().chargeItems(changedSize(call) / 64 + 1);
    return static_cast<qint64>(changedSize(call));
}

Value reverse(Call &call)
{
    std::ranges::reverse(changedItems(call));
    return call[0];
}

Value splice(Call &call)
{
    auto &items = changedItems(call);
    const qsizetype start = relativeIndex(call, 1, changedSize(call), 0);
    const qsizetype most = changedSize(call) - start;
    const bool hasCount = call.given() > 2;
    const qsizetype count = hasCount ? clampedIndex(call, 2, most, 0) : call.given() > 1 ? most : 0;
    std::vector<Value> removed(items.begin() + start, items.begin() + start + count);
    items.erase(items.begin() + start, items.begin() + start + count);
    items.insert(items.begin() + start, call.rest().begin(), call.rest().end());
    return Value::list(make<ListData>(std::move(removed)));
}

Value fill(Call &call)
{
    const qsizetype start = relativeIndex(call, 2, changedSize(call), 0);
    const qsizetype end
        = std::max(start, relativeIndex(call, 3, changedSize(call), changedSize(call)));
    std::fill(changedItems(call).begin() + start, changedItems(call).begin() + end, call[1]);
    return call[0];
}

/// Moves a part of the items over others.
Value copyWithin(Call &call)
{
    auto &items = changedItems(call);
    const qsizetype to = relativeIndex(call, 1, changedSize(call), 0);
    const qsizetype from = relativeIndex(call, 2, changedSize(call), 0);
    const qsizetype end = relativeIndex(call, 3, changedSize(call), changedSize(call));
    const qsizetype count = std::min(end - from, changedSize(call) - to);
    if (count > 0) {
        const std::vector<Value> part(items.begin() + from, items.begin() + from + count);
        std::ranges::copy(part, items.begin() + to);
    }
    return call[0];
}

constexpr FunctionRow changingRows[] = {
    {u"copyWithin", "copyWithin(self, target, start, end)", copyWithin, Flow::Items},
    {u"fill", "fill(self, value, start, end)", fill, Flow::Items},
    {u"pop", "pop(self)", pop, Flow::Items},
    {u"push", "push(self, *items)", push, Flow::Items},
    {u"reverse", "reverse(self)", reverse, Flow::Items},
    {u"shift", "shift(self)", shift, Flow::Items},
    {u"splice", "splice(self, start, count, *items)", splice, Flow::Items},
    {u"unshift", "unshift(self, *items)", unshift, Flow::Items},
};

} // namespace

std::span<const FunctionRow> arrayChangingMethods()
{
    return changingRows;
}

} // namespace waymark::jinja::javascript
