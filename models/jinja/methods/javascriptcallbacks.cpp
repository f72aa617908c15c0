#include "models/jinja/methods/javascripttext.h"

#include "models/jinja/dialects/javascript.h"
#include "models/jinja/dialects/javascriptsort.h"

#include <algorithm>

namespace waymark::jinja::javascript {
namespace {

// The methods of arrays that call a function for each item: a macro or another method, since no
// template can write one in place.

std::vector<Value> &itemsOf(Call &call)
{
    return call[0].items().items;
}

Value newList(std::vector<Value> items)
{
    return Value::list(make<ListData>(std::move(items)));
}

bool isFunction(const Value &value)
{
    return value.is(Value::Type::Object) && value.object().isCallable();
}

/// What is called for each item.
Object &callbackOf(Call &call)
{
    if (!isFunction(call[1])) {
        call.runtime().fail(FailureKind::Type,
                            QStringLiteral("%1 is not a function").arg(call.text(1)));
    }
    return call[1].object();
}

Value answerFor(Call &call, size_t index)
{
    call.runtime().charge(1);
    const Value arguments[] = {itemsOf(call)[index], static_cast<qint64>(index), call[0]};
    return call[1].object().call(call.runtime(), {arguments, {}});
}

/// The first item from either end that the callback is true for; -1: none.
qint64 indexWhere(Call &call, bool fromEnd, bool wanted = true)
{
    (void)callbackOf(call);
    const size_t size = itemsOf(call).size();
    for (size_t i = 0; i < size && i < itemsOf(call).size(); ++i) {
        const size_t index = fromEnd ? size - 1 - i : i;
        if (call.runtime().truthy(answerFor(call, index)) == wanted)
            return static_cast<qint64>(index);
    }
    return -1;
}

Value itemAt(Call &call, qint64 index)
{
    return index < 0 ? Value::undefined() : itemsOf(call)[static_cast<size_t>(index)];
}

Value every(Call &call)
{
    return indexWhere(call, false, false) < 0;
}
Value some(Call &call)
{
    return indexWhere(call, false) >= 0;
}
Value find(Call &call)
{
    return itemAt(call, indexWhere(call, false));
}
Value findIndex(Call &call)
{
    return indexWhere(call, false);
}
Value findLast(Call &call)
{
    return itemAt(call, indexWhere(call, true));
}
Value findLastIndex(Call &call)
{
    return indexWhere(call, true);
}

/// What the callback gives for each item.
std::vector<Value> answers(Call &call)
{
    (void)callbackOf(call);
    std::vector<Value> result;
    const size_t size = itemsOf(call).size();
    for (size_t i = 0; i < size && i < itemsOf(call).size(); ++i)
        result.push_back(answerFor(call, i));
    call.runtime().chargeItems(static_cast<qsizetype>(result.size()));
    return result;
}

Value map(Call &call)
{
    return newList(answers(call));
}

Value forEach(Call &call)
{
    (void)answers(call);
    return Value::undefined();
}

Value flatMap(Call &call)
{
    std::vector<Value> result;
    for (const Value &answer : answers(call)) {
        if (answer.isSequence())
            result.insert(result.end(), answer.items().items.begin(), answer.items().items.end());
        else
            result.push_back(answer);
        call.runtime().chargeItems(static_cast<qsizetype>(result.size()) / 64 + 1);
    }
    return newList(std::move(result));
}

Value filter(Call &call)
{
    const std::vector<Value> items = itemsOf(call);
    const std::vector<Value> keeps = answers(call);
    std::vector<Value> result;
    for (size_t i = 0; i < keeps.size(); ++i) {
        if (call.runtime().truthy(keeps[i]))
            result.push_back(items[i]);
    }
    return newList(std::move(result));
}

Value reduced(Call &call, bool fromEnd)
{
    Object &callback = callbackOf(call);
    const std::vector<Value> items = itemsOf(call);
    const bool hasStart = call.given() > 2;
    if (items.empty() && !hasStart)
        call.runtime().fail(FailureKind::Type,
                            QStringLiteral("Reduce of empty array with no initial value"));
    Value result = hasStart ? call[2] : fromEnd ? items.back() : items.front();
    for (size_t i = hasStart ? 0 : 1; i < items.size(); ++i) {
        call.runtime().charge(1);
        const size_t index = fromEnd ? items.size() - 1 - i : i;
        const Value arguments[] = {result, items[index], static_cast<qint64>(index), call[0]};
        result = callback.call(call.runtime(), {arguments, {}});
    }
    return result;
}

Value reduce(Call &call)
{
    return reduced(call, false);
}
Value reduceRight(Call &call)
{
    return reduced(call, true);
}

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
    std::vector<Value> sorted = itemsOf(call); // what is called may change the array
    sortItems(call, sorted);
    itemsOf(call) = std::move(sorted);
    return call[0];
}

Value toSorted(Call &call)
{
    std::vector<Value> sorted = itemsOf(call);
    call.runtime().chargeItems(static_cast<qsizetype>(sorted.size()));
    sortItems(call, sorted);
    return newList(std::move(sorted));
}

constexpr FunctionRow rows[] = {
    {u"every", "every(self, callback)", every},
    {u"filter", "filter(self, callback)", filter, Flow::Items},
    {u"find", "find(self, callback)", find, Flow::Items},
    {u"findIndex", "findIndex(self, callback)", findIndex},
    {u"findLast", "findLast(self, callback)", findLast, Flow::Items},
    {u"findLastIndex", "findLastIndex(self, callback)", findLastIndex},
    {u"flatMap", "flatMap(self, callback)", flatMap, Flow::Items},
    {u"forEach", "forEach(self, callback)", forEach},
    {u"map", "map(self, callback)", map, Flow::Items},
    {u"reduce", "reduce(self, callback, start)", reduce},
    {u"reduceRight", "reduceRight(self, callback, start)", reduceRight},
    {u"some", "some(self, callback)", some},
    {u"sort", "sort(self, compare)", sort, Flow::Items},
    {u"toSorted", "toSorted(self, compare)", toSorted, Flow::Items},
};

} // namespace

std::span<const FunctionRow> arrayCallbackMethods()
{
    return rows;
}

} // namespace waymark::jinja::javascript
