#include "models/jinja/methods/registry.h"

#include "models/jinja/dialects/javascript.h"
#include "models/jinja/methods/pythonfamilies.h"

#include <algorithm>
#include <cmath>

namespace waymark::jinja {
namespace {

using javascript::strictlyEqual;

std::vector<Value> &itemsOf(Call &call)
{
    return call[0].items().items;
}

[[noreturn]] void failLookup(Call &call, const char *error)
{
    call.runtime().fail(FailureKind::Key, QString::fromLatin1(error));
}

qsizetype indexOf(Call &call)
{
    const auto &items = itemsOf(call);
    const auto found = std::ranges::find_if(
        items, [&](const Value &item) { return strictlyEqual(call.runtime(), item, call[1]); });
    return found == items.end() ? -1 : std::distance(items.begin(), found);
}

Value removedAt(Call &call, qsizetype index)
{
    Value removed = itemsOf(call)[static_cast<size_t>(index)];
    itemsOf(call).erase(itemsOf(call).begin() + index);
    return listOf({std::move(removed)});
}

Value pop(Call &call)
{
    auto &items = itemsOf(call);
    if (call[1].isUndefined()) {
        Value last = items.empty() ? Value::undefined() : items.back();
        if (!items.empty())
            items.pop_back();
        return last;
    }
    const double index = javascript::toNumber(call.runtime(), call[1]);
    if (index >= static_cast<double>(items.size()) || index < 0)
        failLookup(call, "KeyError");
    if (items.empty())
        return listOf({}); // for what is no number
    return removedAt(call, std::isnan(index) ? 0 : static_cast<qsizetype>(index));
}

Value append(Call &call)
{
    itemsOf(call).push_back(call[1]);
    return static_cast<qint64>(itemsOf(call).size());
}

Value removeItem(Call &call)
{
    const qsizetype index = indexOf(call);
    if (index < 0)
        failLookup(call, "ValueError");
    return removedAt(call, index);
}

Value count(Call &call)
{
    return static_cast<qint64>(std::ranges::count_if(itemsOf(call), [&](const Value &item) {
        return strictlyEqual(call.runtime(), item, call[1]);
    }));
}

Value index(Call &call)
{
    const qsizetype found = indexOf(call);
    if (found < 0)
        failLookup(call, "ValueError");
    return static_cast<qint64>(found);
}

Value find(Call &call)
{
    return static_cast<qint64>(indexOf(call));
}

Value insert(Call &call)
{
    auto &items = itemsOf(call);
    const auto size = static_cast<double>(items.size());
    const double wanted = javascript::toNumber(call.runtime(), call[1]);
    const double at = wanted < 0 ? std::max(wanted + size, 0.0) : std::min(wanted, size);
    items.insert(items.begin() + static_cast<qsizetype>(std::isnan(at) ? 0 : at), call[2]);
    return listOf({});
}

constexpr FunctionRow arrayRows[] = {
    {u"append", "append(self, element)", append, Flow::Items},
    {u"count", "count(self, element)", count},
    {u"find", "find(self, element)", find},
    {u"index", "index(self, element)", index},
    {u"insert", "insert(self, index, elem)", insert, Flow::Items},
    {u"pop", "pop(self, index)", pop, Flow::Items},
    {u"remove", "remove(self, element)", removeItem, Flow::Items},
};

} // namespace

const MethodTable &jinjaCompatMethods()
{
    static const MethodTable table{{u"array", arrayRows}, {u"object", jinjaCompatObjectMethods()}};
    return table;
}

} // namespace waymark::jinja
