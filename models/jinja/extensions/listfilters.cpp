#include "models/jinja/extensions/registry.h"

#include "models/jinja/methods/pythonfamilies.h"

#include <optional>
#include <vector>

namespace waymark::jinja {
namespace {

bool isSequence(const Value &value)
{
    return value.isSequence() || value.is(Value::Type::Range);
}

/// Up to the first null, as Ansible has it.
void flattenAnsible(Call &call, const Value &list, std::optional<qint64> levels,
                    std::vector<Value> &result)
{
    for (const Value &item : call.runtime().items(list)) {
        call.runtime().charge(1);
        const bool isNull = item.isNone()
            || (item.isText() && (item.text() == u"None" || item.text() == u"null"));
        if (isNull)
            return;
        if (!isSequence(item) || (levels && *levels < 1))
            result.push_back(item);
        else
            flattenAnsible(call, item, levels ? std::optional(*levels - 1) : levels, result);
    }
}

/// Without nulls.
void flattenCopier(Call &call, const Value &list, std::optional<qint64> levels,
                   std::vector<Value> &result)
{
    for (const Value &item : call.runtime().items(list)) {
        call.runtime().charge(1);
        const bool isInner = isSequence(item) || item.is(Value::Type::Dict);
        if (isInner && (!levels || *levels >= 1))
            flattenCopier(call, item, levels ? std::optional(*levels - 1) : levels, result);
        else if (!item.isNone())
            result.push_back(item);
    }
}

std::optional<qint64> levelsOf(Call &call)
{
    return call[1].isIntegral() ? call[1].toInteger().toInt64() : std::nullopt;
}

Value ansibleFlatten(Call &call)
{
    std::vector<Value> result;
    flattenAnsible(call, call[0], levelsOf(call), result);
    return listOf(std::move(result));
}

Value copierFlatten(Call &call)
{
    const auto levels = levelsOf(call);
    if (levels && *levels < 1)
        return call[0];
    std::vector<Value> result;
    flattenCopier(call, call[0], levels, result);
    return listOf(std::move(result));
}

/// container[key][morekeys…]
Value extract(Call &call)
{
    Runtime &runtime = call.runtime();
    std::vector<Value> keys = {call[0]};
    if (isSequence(call[2])) {
        for (Value &key : runtime.items(call[2]))
            keys.push_back(std::move(key));
    } else if (!call[2].isNone()) {
        keys.push_back(call[2]);
    }
    Value value = call[1];
    for (const Value &key : keys)
        value = runtime.item(value, key);
    return value;
}

constexpr FunctionRow listRows[] = {
    {u"extract", "extract(item, container, morekeys=None)", extract},
};
constexpr FunctionRow ansibleListRows[] = {
    {u"flatten", "flatten(mylist, levels=None)", ansibleFlatten},
};
constexpr FunctionRow copierListRows[] = {
    {u"flatten", "do_flatten(seq, levels=None)", copierFlatten},
};

} // namespace

std::span<const FunctionRow> listFilters()
{
    return listRows;
}
std::span<const FunctionRow> ansibleListFilters()
{
    return ansibleListRows;
}
std::span<const FunctionRow> copierListFilters()
{
    return copierListRows;
}

} // namespace waymark::jinja
