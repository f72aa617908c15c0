#include "models/jinja/filters/jinja2families.h"
#include "models/jinja/filters/jinja2support.h"
#include "models/jinja/generator.h"
#include "models/jinja/itemcursor.h"
#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythonfamilies.h"
#include "models/jinja/methods/pythonsort.h"
#include "models/jinja/namedtuple.h"

#include <optional>

namespace waymark::jinja {
namespace {

Value dictSort(Call &call)
{
    Runtime &runtime = call.runtime();
    const QString by = call[2].isText() ? call[2].text() : QString();
    if (by != u"key" && by != u"value")
        runtime.fail(FailureKind::Runtime,
                     QStringLiteral("You can only sort by either \"key\" or \"value\""));
    if (!call[0].is(Value::Type::Dict))
        failAttribute(runtime, call[0], QStringLiteral("items"));
    const bool isReverse = asIndex(runtime, call[3]) != 0;
    std::vector<Value> items;
    std::vector<Value> keys;
    for (const DictData::Entry &entry : call[0].dict().entries()) {
        const Value &key = by == u"key" ? entry.key : entry.value;
        keys.push_back(call.truthy(1) ? key : withoutCase(key));
        items.push_back(tupleOf({entry.key, entry.value}));
    }
    return orderedBy(call, listOf(pythonSorted(runtime, std::move(items), keys, isReverse)));
}

/// The keys of the filter sort: lists, since it can go by several attributes.
std::vector<Value> sortKeys(Runtime &runtime, const std::vector<Value> &items,
                            const Value &attribute, bool ignoresCase)
{
    std::vector<AttributeGetter> getters;
    if (attribute.isText()) {
        for (const QString &part : attribute.text().split(u','))
            getters.emplace_back(Value(part), ignoresCase);
    } else {
        getters.emplace_back(attribute, ignoresCase);
    }
    std::vector<Value> keys;
    for (const Value &item : items) {
        std::vector<Value> key;
        key.reserve(getters.size());
        for (const AttributeGetter &getter : getters)
            key.push_back(getter.of(runtime, item));
        keys.push_back(listOf(std::move(key)));
    }
    return keys;
}

Value sort(Call &call)
{
    Runtime &runtime = call.runtime();
    std::vector<Value> items = runtime.items(call[0]);
    const bool isReverse = asIndex(runtime, call[1]) != 0;
    const std::vector<Value> keys = sortKeys(runtime, items, call[3], !call.truthy(2));
    return orderedBy(call, listOf(pythonSorted(runtime, std::move(items), keys, isReverse)));
}

Value unique(Call &call)
{
    const auto next
        = [cursor = std::optional<ItemCursor>(), seen = make<DictData>(), value = call[0],
           getter = AttributeGetter(call[2], !call.truthy(1))](Runtime &runtime) mutable -> Value {
        if (!cursor)
            cursor.emplace(runtime, value);
        for (Value item = cursor->next(runtime); !item.isMissing(); item = cursor->next(runtime)) {
            const Value key = getter.of(runtime, item);
            requireHashable(runtime, key);
            if (seen->find(key))
                continue;
            seen->insert(key, Value(true));
            return item;
        }
        return {};
    };
    return orderedBy(call, generator(next));
}

template<Comparison better>
Value extreme(Call &call)
{
    Runtime &runtime = call.runtime();
    ItemCursor cursor(runtime, call[0]);
    const AttributeGetter getter(call[2], !call.truthy(1));
    Value best = cursor.next(runtime);
    if (best.isMissing())
        return runtime.undefinedBecause(QStringLiteral("No aggregated item, sequence was empty."));
    Value bestKey = getter.of(runtime, best);
    for (Value item = cursor.next(runtime); !item.isMissing(); item = cursor.next(runtime)) {
        Value key = getter.of(runtime, item);
        if (!runtime.compare(better, key, bestKey))
            continue;
        best = std::move(item);
        bestKey = std::move(key);
    }
    return runtime.withShape(std::move(best), allTags(call));
}

Value groupBy(Call &call)
{
    Runtime &runtime = call.runtime();
    const bool ignoresCase = !call.truthy(3);
    const AttributeGetter getter(call[1], ignoresCase, call[2]);
    const AttributeGetter shown(call[1], false, call[2]);
    std::vector<Value> items = runtime.items(call[0]);
    std::vector<Value> keys;
    keys.reserve(items.size());
    for (const Value &item : items)
        keys.push_back(getter.of(runtime, item));
    items = pythonSorted(runtime, std::move(items), keys, false);
    static const QStringList names = {QStringLiteral("grouper"), QStringLiteral("list")};
    std::vector<Value> groups;
    for (size_t i = 0; i < items.size();) {
        const Value key = getter.of(runtime, items[i]);
        std::vector<Value> members;
        Value grouper = shown.of(runtime, items[i]);
        do
            members.push_back(items[i++]);
        while (i < items.size() && runtime.equal(getter.of(runtime, items[i]), key));
        std::vector<Value> group
            = {std::move(grouper), orderedBy(call, listOf(std::move(members)))};
        groups.push_back(Value::tuple(make<NamedTuple>(names, std::move(group))));
    }
    return orderedBy(call, listOf(std::move(groups)));
}

constexpr FunctionRow rows[] = {
    {u"dictsort", "do_dictsort(value, case_sensitive=False, by='key', reverse=False)", dictSort,
     Flow::Own},
    {u"groupby", "sync_do_groupby(&env, value, attribute, default=None, case_sensitive=False)",
     groupBy, Flow::Own},
    {u"max", "do_max(&env, value, case_sensitive=False, attribute=None)",
     extreme<Comparison::Greater>, Flow::Own},
    {u"min", "do_min(&env, value, case_sensitive=False, attribute=None)", extreme<Comparison::Less>,
     Flow::Own},
    {u"sort", "do_sort(&env, value, reverse=False, case_sensitive=False, attribute=None)", sort,
     Flow::Own},
    {u"unique", "sync_do_unique(&env, value, case_sensitive=False, attribute=None)", unique,
     Flow::Own},
};

} // namespace

std::span<const FunctionRow> jinja2OrderFilters()
{
    return rows;
}

} // namespace waymark::jinja
