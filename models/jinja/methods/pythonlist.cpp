#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythonfamilies.h"
#include "models/jinja/methods/pythonsort.h"

#include <algorithm>
#include <limits>

namespace waymark::jinja {
namespace {

std::vector<Value> &itemsOf(Call &call)
{
    return call[0].items().items;
}

Value append(Call &call)
{
    const Value &item = oneArgument(call);
    call.runtime().chargeItems(static_cast<qsizetype>(itemsOf(call).size()) / 64 + 1);
    itemsOf(call).push_back(item);
    return Value::none();
}

Value extend(Call &call)
{
    std::vector<Value> added = call.runtime().items(oneArgument(call));
    call.runtime().chargeItems(std::ssize(itemsOf(call)) + std::ssize(added));
    itemsOf(call).insert(itemsOf(call).end(), added.begin(), added.end());
    return Value::none();
}

Value insert(Call &call)
{
    const auto arguments = argumentsBetween(call, 2, 2);
    auto &items = itemsOf(call);
    const qint64 index
        = clampedBound(asIndex(call.runtime(), arguments[0]), static_cast<qint64>(items.size()));
    call.runtime().charge(items.size() / 16);
    items.insert(items.begin() + index, arguments[1]);
    return Value::none();
}

Value pop(Call &call)
{
    const auto arguments = argumentsBetween(call, 0, 1);
    auto &items = itemsOf(call);
    const auto size = static_cast<qint64>(items.size());
    qint64 index = arguments.empty() ? -1 : asIndex(call.runtime(), arguments[0]);
    if (size == 0)
        call.runtime().fail(FailureKind::Key, QStringLiteral("pop from empty list"));
    index += index < 0 ? size : 0;
    if (index < 0 || index >= size)
        call.runtime().fail(FailureKind::Key, QStringLiteral("pop index out of range"));
    Value item = std::move(items[static_cast<size_t>(index)]);
    items.erase(items.begin() + index);
    return item;
}

/// The place of `wanted` from `start` to `end`, or -1. A comparison may change the list.
qint64 placeOf(Call &call, const Value &wanted, qint64 start, qint64 end)
{
    const auto &items = call[0].items().items;
    for (qint64 i = start; i < end && i < static_cast<qint64>(items.size()); ++i) {
        call.runtime().charge(1);
        const Value &item = items[static_cast<size_t>(i)];
        if (item.isSame(wanted) || call.runtime().equal(item, wanted))
            return i;
    }
    return -1;
}

Value index(Call &call)
{
    const auto arguments = argumentsBetween(call, 1, 3);
    Runtime &runtime = call.runtime();
    const auto size = static_cast<qint64>(itemsOf(call).size());
    const auto bound = [&](size_t i, qint64 fallback) {
        return i < arguments.size() ? asSliceBound(runtime, arguments[i], fallback, false)
                                    : fallback;
    };
    const qint64 start = clampedBound(bound(1, 0), size);
    const qint64 end = clampedBound(bound(2, std::numeric_limits<qint64>::max()), size);
    const qint64 place = placeOf(call, arguments[0], start, end);
    if (place < 0) {
        runtime.fail(FailureKind::Value,
                     call[0].is(Value::Type::List)
                         ? QStringLiteral("%1 is not in list").arg(runtime.repr(arguments[0]))
                         : QStringLiteral("tuple.index(x): x not in tuple"));
    }
    return {place};
}

Value count(Call &call)
{
    const Value &wanted = oneArgument(call);
    const auto size = static_cast<qint64>(itemsOf(call).size());
    qint64 number = 0;
    for (qint64 place = placeOf(call, wanted, 0, size); place >= 0;
         place = placeOf(call, wanted, place + 1, size))
        ++number;
    return {number};
}

Value remove(Call &call)
{
    const Value &wanted = oneArgument(call);
    const qint64 place = placeOf(call, wanted, 0, static_cast<qint64>(itemsOf(call).size()));
    if (place < 0)
        call.runtime().fail(FailureKind::Value, QStringLiteral("list.remove(x): x not in list"));
    itemsOf(call).erase(itemsOf(call).begin() + place);
    return Value::none();
}

Value reverse(Call &call)
{
    noArguments(call);
    call.runtime().charge(itemsOf(call).size());
    std::ranges::reverse(itemsOf(call));
    return Value::none();
}

Value sort(Call &call)
{
    Runtime &runtime = call.runtime();
    if (!call.rest().empty())
        runtime.fail(FailureKind::Type, QStringLiteral("sort() takes no positional arguments"));
    const auto arguments = namedArguments(call, {u"key", u"reverse"});
    const bool isReverse = !arguments[1].isMissing() && asIndex(runtime, arguments[1]) != 0;
    std::vector<Value> items = itemsOf(call);
    std::vector<Value> keys = items;
    if (!arguments[0].isMissing() && !arguments[0].isNone()) {
        for (Value &key : keys)
            key = runtime.call(arguments[0], {.positional = {&key, 1}});
    }
    std::vector<Value> sorted = pythonSorted(runtime, std::move(items), keys, isReverse);
    itemsOf(call) = std::move(sorted);
    return Value::none();
}

Value copy(Call &call)
{
    noArguments(call);
    call.runtime().chargeItems(static_cast<qsizetype>(itemsOf(call).size()));
    return listOf(itemsOf(call));
}

Value clear(Call &call)
{
    noArguments(call);
    itemsOf(call).clear();
    return Value::none();
}

constexpr FunctionRow listRows[] = {
    {u"append", "list.append(self, *args, **kwargs)", append, Flow::Own},
    {u"clear", "list.clear(self, *args, **kwargs)", clear, Flow::Own},
    {u"copy", "list.copy(self, *args, **kwargs)", copy, Flow::Items},
    {u"count", "list.count(self, *args, **kwargs)", count},
    {u"extend", "list.extend(self, *args, **kwargs)", extend, Flow::Own},
    {u"index", "list.index(self, *args, **kwargs)", index},
    {u"insert", "list.insert(self, *args, **kwargs)", insert, Flow::Own},
    {u"pop", "list.pop(self, *args, **kwargs)", pop, Flow::Items},
    {u"remove", "list.remove(self, *args, **kwargs)", remove, Flow::Own},
    {u"reverse", "list.reverse(self, *args, **kwargs)", reverse, Flow::Own},
    {u"sort", "list.sort(self, *args, **kwargs)", sort, Flow::Own},
};
constexpr FunctionRow tupleRows[] = {
    {u"count", "tuple.count(self, *args, **kwargs)", count},
    {u"index", "tuple.index(self, *args, **kwargs)", index},
};

} // namespace

std::span<const FunctionRow> pythonListMethods()
{
    return listRows;
}
std::span<const FunctionRow> pythonTupleMethods()
{
    return tupleRows;
}

} // namespace waymark::jinja
