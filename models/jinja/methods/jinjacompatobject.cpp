#include "models/jinja/methods/registry.h"

#include "models/jinja/dialects/javascript.h"
#include "models/jinja/methods/pythonfamilies.h"

namespace waymark::jinja {
namespace {

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
        pairs.push_back(listOf({entry.key, entry.value}));
    return listOf(std::move(pairs));
}

Value values(Call &call)
{
    std::vector<Value> all;
    const Value map = mapOf(call);
    for (const DictData::Entry &entry : map.dict().entries())
        all.push_back(entry.value);
    return listOf(std::move(all));
}

Value keys(Call &call)
{
    std::vector<Value> all;
    const Value map = mapOf(call);
    for (const DictData::Entry &entry : map.dict().entries())
        all.push_back(entry.key);
    return listOf(std::move(all));
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
        call.runtime().fail(FailureKind::Key, QStringLiteral("KeyError"));
    return call[2];
}

Value popitem(Call &call)
{
    const Value map = mapOf(call);
    if (map.dict().size() == 0)
        call.runtime().fail(FailureKind::Key, QStringLiteral("KeyError"));
    const Value key = map.dict().entries().front().key;
    return listOf({key, map.dict().remove(key)});
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

constexpr FunctionRow compatObjectRows[] = {
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

std::span<const FunctionRow> jinjaCompatObjectMethods()
{
    return compatObjectRows;
}

} // namespace waymark::jinja
