#include "models/jinja/methods/registry.h"

#include "models/jinja/dialects/javascript.h"

#include <algorithm>
#include <cmath>

namespace waymark::jinja {
namespace {

using javascript::strictlyEqual;

std::vector<Value> &itemsOf(Call &call)
{
    return call[0].items().items;
}

Value newList(std::vector<Value> items)
{
    return Value::list(make<ListData>(std::move(items)));
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
    return newList({std::move(removed)});
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
        return newList({}); // for what is no number
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
    return newList({});
}

/// The receiver as a map; undefined and null are an empty one.
Value mapOf(Call &call)
{
    const Value map = javascript::plain(call[0]);
    return map.is(Value::Type::Dict) ? map : Value(make<DictData>());
}

Value entries(Call &call)
{
    std::vector<Value> pairs;
    const Value map = mapOf(call);
    for (const DictData::Entry &entry : map.dict().entries())
        pairs.push_back(newList({entry.key, entry.value}));
    return newList(std::move(pairs));
}

Value values(Call &call)
{
    std::vector<Value> all;
    const Value map = mapOf(call);
    for (const DictData::Entry &entry : map.dict().entries())
        all.push_back(entry.value);
    return newList(std::move(all));
}

Value keys(Call &call)
{
    std::vector<Value> all;
    const Value map = mapOf(call);
    for (const DictData::Entry &entry : map.dict().entries())
        all.push_back(entry.key);
    return newList(std::move(all));
}

Value get(Call &call)
{
    const Value value = call.runtime().item(mapOf(call), call[1]);
    return value.isUndefined() ? call[2] : value;
}

Value hasKey(Call &call)
{
    return mapOf(call).dict().find(call.text(1)) != nullptr;
}

Value popKey(Call &call)
{
    Value removed = mapOf(call).dict().remove(Value(call.text(1)));
    if (!removed.isMissing() && !removed.isUndefined())
        return removed;
    if (call[2].isUndefined())
        failLookup(call, "KeyError");
    return call[2];
}

Value popitem(Call &call)
{
    const Value map = mapOf(call);
    if (map.dict().size() == 0)
        failLookup(call, "KeyError");
    const Value key = map.dict().entries().front().key;
    return newList({key, map.dict().remove(key)});
}

Value setdefault(Call &call)
{
    const Value map = mapOf(call);
    const Value key(call.text(1));
    if (!map.dict().find(key)) {
        map.dict().insert(key, call[2].isUndefined() ? Value::none() : call[2]);
        map.dict().sortIndexKeys();
    }
    return *map.dict().find(key);
}

Value update(Call &call)
{
    const Value map = mapOf(call);
    if (const Value other = javascript::plain(call[1]); other.is(Value::Type::Dict)) {
        for (const DictData::Entry &entry : other.dict().entries())
            map.dict().insert(entry.key, entry.value);
        map.dict().sortIndexKeys();
    }
    return Value::none();
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
constexpr FunctionRow objectRows[] = {
    {u"get", "get(self, key, def)", get, Flow::Items},
    {u"has_key", "has_key(self, key)", hasKey, Flow::Items},
    {u"items", "items(self)", entries, Flow::Items},
    {u"iteritems", "items(self)", entries, Flow::Items},
    {u"iterkeys", "keys(self)", keys, Flow::Items},
    {u"itervalues", "values(self)", values, Flow::Items},
    {u"keys", "keys(self)", keys, Flow::Items},
    {u"pop", "pop(self, key, def)", popKey, Flow::Items},
    {u"popitem", "popitem(self)", popitem, Flow::Items},
    {u"setdefault", "setdefault(self, key, def)", setdefault, Flow::Items},
    {u"update", "update(self, kwargs)", update, Flow::Items},
    {u"values", "values(self)", values, Flow::Items},
};

} // namespace

const MethodTable &jinjaCompatMethods()
{
    static const MethodTable table{{u"array", arrayRows}, {u"object", objectRows}};
    return table;
}

} // namespace waymark::jinja
