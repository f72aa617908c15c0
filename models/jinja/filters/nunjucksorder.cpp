#include "models/jinja/filters/nunjucksfamilies.h"

#include "models/jinja/dialects/javascriptsort.h"
#include "models/jinja/filters/nunjucksarguments.h"
#include "models/jinja/filters/nunjucksproperties.h"
#include "models/jinja/methods/javascripttext.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

Value dictsort(Call &call)
{
    Runtime &runtime = call.runtime();
    const Value map = javascript::plain(call[0]);
    if (!map.is(Value::Type::Dict))
        runtime.fail(FailureKind::Type, QStringLiteral("dictsort filter: val must be an object"));
    const QString by = call[2].isUndefined() ? QStringLiteral("key") : call.text(2);
    if (by != u"key" && by != u"value") {
        runtime.fail(FailureKind::Value,
                     QStringLiteral("dictsort filter: You can only sort by either key or value"));
    }
    std::vector<Value> pairs;
    for (const DictData::Entry &entry : map.dict().entries())
        pairs.push_back(newArray({entry.key, entry.value}));
    const auto keyOf = [&](const Value &pair) {
        const Value &key = pair.items().items[by == u"key" ? 0 : 1];
        const bool folds = !call.truthy(1) && key.isText() && !key.isMarkup();
        return folds ? Value(javascript::toUpperCase(key.text())) : key;
    };
    // nunjucks takes what is neither greater nor the same for less.
    javascript::sort(std::span(pairs), [&](const Value &a, const Value &b) {
        runtime.charge(1);
        const Value x = keyOf(a);
        const Value y = keyOf(b);
        return !runtime.compare(Comparison::Greater, x, y)
            && !javascript::strictlyEqual(runtime, x, y);
    });
    return newArray(std::move(pairs));
}

Value random(Call &call)
{
    const std::vector<Value> items = elements(call, 0);
    return items.empty() ? Value::undefined() : items[call.runtime().random(items.size())];
}

Value reverse(Call &call)
{
    if (call[0].isText() && !call[0].isMarkup()) {
        QString text = call[0].text();
        std::ranges::reverse(text);
        return text;
    }
    std::vector<Value> items = isNothing(call[0]) ? std::vector<Value>() : elements(call, 0);
    std::ranges::reverse(items);
    return newArray(std::move(items));
}

Value sort(Call &call)
{
    Runtime &runtime = call.runtime();
    struct Item
    {
        Value value;
        Value key;
    };
    std::vector<Item> items;
    auto shape = Tags(0);
    const std::vector<Value> given = isNothing(call[0]) ? std::vector<Value>() : elements(call, 0);
    const bool isMany
        = std::ranges::count_if(given, [](const Value &value) { return !value.isUndefined(); }) > 1;
    for (const Value &value : given) {
        const bool isCompared = call.truthy(3) && !value.isUndefined() && isMany;
        Value key = isCompared ? ownPropertyOf(call, value, call[3]) : value;
        if (isCompared && key.isUndefined()
            && runtime.options().undefined == UndefinedKind::Strict) {
            runtime.fail(
                FailureKind::Type,
                QStringLiteral("sort: attribute \"%1\" resolved to undefined").arg(call.text(3)));
        }
        shape = runtime.tagTable().united(shape, runtime.deepTags(key));
        items.push_back({value, std::move(key)});
    }
    const bool descends = call.truthy(1);
    const bool folds = !call.truthy(2);
    const auto last = std::stable_partition(items.begin(), items.end(), [](const Item &item) {
        return !item.value
                    .isUndefined(); // JavaScript puts them behind all others, whatever is asked
    });
    javascript::sort(std::span(items.begin(), last), [&](const Item &a, const Item &b) {
        runtime.charge(1);
        const Item &x = descends ? b : a;
        const Item &y = descends ? a : b;
        const bool areTexts = x.key.isText() && y.key.isText();
        if (areTexts && folds)
            return javascript::toLowerCase(x.key.text()) < javascript::toLowerCase(y.key.text());
        return runtime.compare(Comparison::Less, x.key, y.key);
    });
    std::vector<Value> sorted;
    sorted.reserve(items.size());
    for (Item &item : items)
        sorted.push_back(std::move(item.value));
    return runtime.withShape(newArray(std::move(sorted)), shape);
}

constexpr FunctionRow rows[] = {
    {u"dictsort", "dictsort(val, caseSensitive, by)", dictsort, Flow::Items},
    {u"random", "random(arr)", random, Flow::Items},
    {u"reverse", "reverse(val)", reverse, Flow::Items},
    {u"sort", "sort(value, reverse, case_sensitive, attribute, **kwargs)", sort, Flow::Items},
};

} // namespace

std::span<const FunctionRow> nunjucksOrderFilters()
{
    return rows;
}

} // namespace waymark::jinja
