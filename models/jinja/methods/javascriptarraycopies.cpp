#include "models/jinja/methods/javascripttext.h"

#include "models/jinja/dialects/javascript.h"

#include <algorithm>

namespace waymark::jinja::javascript {
namespace {

// What ECMAScript 2023 added: the methods that change an array, on a copy of it.

/// A new array with the same items.
Value copyOf(Call &call)
{
    const std::vector<Value> &items = call[0].items().items;
    call.runtime().chargeItems(static_cast<qsizetype>(items.size()));
    return Value::list(make<ListData>(items));
}

Value toReversed(Call &call)
{
    const Value copy = copyOf(call);
    std::ranges::reverse(copy.items().items);
    return copy;
}

Value toSpliced(Call &call)
{
    const Value copy = copyOf(call);
    std::vector<Value> &items = copy.items().items;
    const auto size = static_cast<qsizetype>(items.size());
    const qsizetype start = relativeIndex(call, 1, size, 0);
    const qsizetype most = size - start;
    const bool hasCount = call.given() > 2;
    const qsizetype count = hasCount ? clampedIndex(call, 2, most, 0) : call.given() > 1 ? most : 0;
    items.erase(items.begin() + start, items.begin() + start + count);
    items.insert(items.begin() + start, call.rest().begin(), call.rest().end());
    return copy;
}

Value with(Call &call)
{
    const Value copy = copyOf(call);
    std::vector<Value> &items = copy.items().items;
    const auto size = static_cast<double>(items.size());
    const double asked = integerArgument(call, 1, 0);
    const double index = asked < 0 ? asked + size : asked;
    if (index < 0 || index >= size)
        call.runtime().fail(FailureKind::Value, QStringLiteral("Invalid index : %1").arg(asked));
    items[static_cast<size_t>(index)] = call[2];
    return copy;
}

constexpr FunctionRow rows[] = {
    {u"toReversed", "toReversed(self)", toReversed, Flow::Items},
    {u"toSpliced", "toSpliced(self, start, count, *items)", toSpliced, Flow::Items},
    {u"with", "with(self, index, value)", with, Flow::Items},
};

} // namespace

std::span<const FunctionRow> arrayCopyMethods()
{
    return rows;
}

} // namespace waymark::jinja::javascript
