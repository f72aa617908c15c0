#include "models/jinja/methods/javascripttext.h"

#include <algorithm>
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

Value slice(Call &call)
{
    const qsizetype start = relativeIndex(call, 1, sizeOf(call), 0);
    const qsizetype end = std::max(start, relativeIndex(call, 2, sizeOf(call), sizeOf(call)));
    const auto begin = itemsOf(call).begin();
    return newList({begin + start, begin + end});
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

Value toString(Call &call)
{
    return call.text(0);
}

constexpr FunctionRow rows[] = {
    {u"at", "at(self, index)", at, Flow::Items},
    {u"concat", "concat(self, *others)", concat, Flow::Items},
    {u"flat", "flat(self, depth)", flat, Flow::Items},
    {u"join", "join(self, separator)", join},
    {u"slice", "slice(self, start, end)", slice, Flow::Items},
    {u"toString", "toString(self)", toString},
};

} // namespace

std::span<const FunctionRow> arrayMethods()
{
    return rows;
}

} // namespace waymark::jinja::javascript
