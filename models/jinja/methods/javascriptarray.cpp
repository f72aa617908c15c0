#include "models/jinja/methods/javascripttext.h"

#include "models/jinja/dialects/javascript.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace waymark::jinja::javascript {
namespace {

std::vector<Value> &itemsOf(Call &call)
{
    return call[0].items().items;
}

qsizetype sizeOf(Call &call)
{
    return static_cast<qsizetype>(itemsOf(call).size());
}

Value newList(std::vector<Value> items)
{
    return Value::list(make<ListData>(std::move(items)));
}

Value at(Call &call)
{
    double index = integerArgument(call, 1, 0);
    if (index < 0)
        index += static_cast<double>(sizeOf(call));
    const bool isInside = index >= 0 && index < static_cast<double>(sizeOf(call));
    return isInside ? itemsOf(call)[static_cast<size_t>(index)] : Value::undefined();
}

Value concat(Call &call)
{
    std::vector<Value> all = itemsOf(call);
    for (const Value &part : call.rest()) {
        if (part.isSequence())
            all.insert(all.end(), part.items().items.begin(), part.items().items.end());
        else
            all.push_back(part);
        call.runtime().chargeItems(static_cast<qsizetype>(all.size()));
    }
    return newList(std::move(all));
}

/// includes() finds NaN, indexOf() does not.
qint64 find(Call &call, bool findsNaN)
{
    const auto &items = itemsOf(call);
    const auto isNaN = [](const Value &value) {
        return value.is(Value::Type::Float) && std::isnan(value.real());
    };
    for (auto i = static_cast<size_t>(relativeIndex(call, 2, sizeOf(call), 0)); i < items.size();
         ++i) {
        call.runtime().charge(1);
        const bool areNaN = findsNaN && isNaN(items[i]) && isNaN(call[1]);
        if (areNaN || strictlyEqual(call.runtime(), items[i], call[1]))
            return static_cast<qint64>(i);
    }
    return -1;
}

Value includes(Call &call)
{
    return find(call, true) >= 0;
}
Value indexOf(Call &call)
{
    return find(call, false);
}

Value lastIndexOf(Call &call)
{
    const auto &items = itemsOf(call);
    const auto size = static_cast<double>(items.size());
    const double from = call.given() > 2 ? javascript::toNumber(call.runtime(), call[2]) : size - 1;
    const double last = std::isnan(from) ? 0 : std::trunc(from);
    double end = last < 0 ? size + last + 1 : std::min(last + 1, size);
    for (; end > 0; --end) {
        call.runtime().charge(1);
        const auto index = static_cast<size_t>(end) - 1;
        if (strictlyEqual(call.runtime(), items[index], call[1]))
            return static_cast<qint64>(index);
    }
    return -1;
}

Value join(Call &call)
{
    const QString separator = call[1].isUndefined() ? QStringLiteral(",") : call.text(1);
    QString text;
    bool isFirst = true;
    for (const Value &item : itemsOf(call)) {
        if (!std::exchange(isFirst, false))
            text += separator;
        if (!item.isUndefined() && !item.isNone())
            text += call.runtime().text(item);
        call.runtime().chargeText(text.size());
    }
    return text;
}

Value push(Call &call)
{
    for (const Value &item : call.rest())
        itemsOf(call).push_back(item);
    call.runtime().chargeItems(sizeOf(call) / 64 + 1);
    return static_cast<qint64>(sizeOf(call));
}

Value pop(Call &call)
{
    auto &items = itemsOf(call);
    if (items.empty())
        return Value::undefined();
    Value last = std::move(items.back());
    items.pop_back();
    return last;
}

Value shift(Call &call)
{
    auto &items = itemsOf(call);
    if (items.empty())
        return Value::undefined();
    Value first = std::move(items.front());
    items.erase(items.begin());
    return first;
}

Value unshift(Call &call)
{
    itemsOf(call).insert(itemsOf(call).begin(), call.rest().begin(), call.rest().end());
    call.runtime().chargeItems(sizeOf(call) / 64 + 1);
    return static_cast<qint64>(sizeOf(call));
}

Value reverse(Call &call)
{
    std::ranges::reverse(itemsOf(call));
    return call[0];
}

Value slice(Call &call)
{
    const qsizetype start = relativeIndex(call, 1, sizeOf(call), 0);
    const qsizetype end = std::max(start, relativeIndex(call, 2, sizeOf(call), sizeOf(call)));
    const auto begin = itemsOf(call).begin();
    return newList({begin + start, begin + end});
}

Value splice(Call &call)
{
    auto &items = itemsOf(call);
    const qsizetype start = relativeIndex(call, 1, sizeOf(call), 0);
    const qsizetype most = sizeOf(call) - start;
    const bool hasCount = call.given() > 2;
    const qsizetype count = hasCount ? clampedIndex(call, 2, most, 0) : call.given() > 1 ? most : 0;
    std::vector<Value> removed(items.begin() + start, items.begin() + start + count);
    items.erase(items.begin() + start, items.begin() + start + count);
    items.insert(items.begin() + start, call.rest().begin(), call.rest().end());
    return newList(std::move(removed));
}

Value flat(Call &call)
{
    std::vector<Value> result;
    const std::function<void(const Value &, double)> add = [&](const Value &item, double depth) {
        call.runtime().chargeItems(static_cast<qsizetype>(result.size()) / 64 + 1);
        if (!item.isSequence() || depth < 0) {
            result.push_back(item);
            return;
        }
        for (const Value &inner : item.items().items)
            add(inner, depth - 1);
    };
    add(call[0], std::clamp(integerArgument(call, 1, 1), 0.0, 100.0));
    return newList(std::move(result));
}

Value fill(Call &call)
{
    const qsizetype start = relativeIndex(call, 2, sizeOf(call), 0);
    const qsizetype end = std::max(start, relativeIndex(call, 3, sizeOf(call), sizeOf(call)));
    std::fill(itemsOf(call).begin() + start, itemsOf(call).begin() + end, call[1]);
    return call[0];
}

/// Moves a part of the items over others.
Value copyWithin(Call &call)
{
    auto &items = itemsOf(call);
    const qsizetype to = relativeIndex(call, 1, sizeOf(call), 0);
    const qsizetype from = relativeIndex(call, 2, sizeOf(call), 0);
    const qsizetype end = relativeIndex(call, 3, sizeOf(call), sizeOf(call));
    const qsizetype count = std::min(end - from, sizeOf(call) - to);
    if (count > 0) {
        const std::vector<Value> part(items.begin() + from, items.begin() + from + count);
        std::ranges::copy(part, items.begin() + to);
    }
    return call[0];
}

Value toString(Call &call)
{
    return call.text(0);
}

constexpr FunctionRow rows[] = {
    {u"at", "at(self, index)", at, Flow::Items},
    {u"concat", "concat(self, *others)", concat, Flow::Items},
    {u"copyWithin", "copyWithin(self, target, start, end)", copyWithin, Flow::Items},
    {u"fill", "fill(self, value, start, end)", fill, Flow::Items},
    {u"flat", "flat(self, depth)", flat, Flow::Items},
    {u"includes", "includes(self, wanted, from)", includes},
    {u"indexOf", "indexOf(self, wanted, from)", indexOf},
    {u"join", "join(self, separator)", join},
    {u"lastIndexOf", "lastIndexOf(self, wanted, from)", lastIndexOf},
    {u"pop", "pop(self)", pop, Flow::Items},
    {u"push", "push(self, *items)", push, Flow::Items},
    {u"reverse", "reverse(self)", reverse, Flow::Items},
    {u"shift", "shift(self)", shift, Flow::Items},
    {u"slice", "slice(self, start, end)", slice, Flow::Items},
    {u"splice", "splice(self, start, count, *items)", splice, Flow::Items},
    {u"toString", "toString(self)", toString},
    {u"unshift", "unshift(self, *items)", unshift, Flow::Items},
};

} // namespace

std::span<const FunctionRow> arrayMethods()
{
    return rows;
}

} // namespace waymark::jinja::javascript
