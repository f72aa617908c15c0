#include "models/jinja/filters/nunjucksfamilies.h"

#include "models/jinja/dialects/javascriptjson.h"
#include "models/jinja/dialects/javascriptsort.h"
#include "models/jinja/filters/nunjucksarguments.h"
#include "models/jinja/methods/javascripttext.h"

#include <algorithm>
#include <cmath>

namespace waymark::jinja {
namespace {

using javascript::toNumber;

bool isNothing(const Value &value)
{
    return value.isUndefined() || value.isNone();
}

/// item[attr] of JavaScript: undefined and null have nothing.
Value property(const Call &call, const Value &item, const Value &name)
{
    if (isNothing(item)) {
        call.runtime().fail(FailureKind::Type,
                            QStringLiteral("Cannot read properties of %1 (reading '%2')")
                                .arg(call.runtime().text(item), call.runtime().text(name)));
    }
    return call.runtime().item(item, name);
}

/// lib.getAttrGetter(): own properties only, with dots.
Value attributeOf(const Call &call, const Value &item, const Value &path)
{
    if (!call.runtime().truthy(path))
        return item;
    Value current = item;
    for (const QString &part : call.runtime().text(path).split(u'.')) {
        if (isNothing(current)) {
            call.runtime().fail(FailureKind::Type,
                                QStringLiteral("Cannot convert undefined or null to object"));
        }
        const Value map = javascript::plain(current);
        const bool isOwn = map.is(Value::Type::Dict) ? map.dict().find(part) != nullptr
                                                     : javascript::isIterable(current);
        if (!isOwn)
            return Value::undefined();
        current = call.runtime().item(current, Value(part));
    }
    return current;
}

Value batch(Call &call)
{
    const std::vector<Value> items = elements(call, 0);
    const double size = toNumber(call.runtime(), call[1]);
    std::vector<Value> batches;
    std::vector<Value> current;
    for (size_t i = 0; i < items.size(); ++i) {
        if (std::fmod(static_cast<double>(i), size) == 0 && !current.empty())
            batches.push_back(newArray(std::exchange(current, {})));
        current.push_back(items[i]);
    }
    if (current.empty())
        return newArray(std::move(batches));
    for (auto i = static_cast<double>(current.size()); call.truthy(2) && i < size; ++i) {
        call.runtime().chargeItems(static_cast<qsizetype>(i) + 1);
        current.push_back(call[2]);
    }
    batches.push_back(newArray(std::move(current)));
    return newArray(std::move(batches));
}

Value slice(Call &call)
{
    if (!javascript::isIterable(call[0]))
        call.runtime().fail(FailureKind::Type, QStringLiteral("arr.slice is not a function"));
    const double slices = toNumber(call.runtime(), call[1]);
    const bool fills = call.truthy(2);
    if (!(slices > 0))
        return newArray({});
    call.runtime().chargeItems(slices > 1e15 ? qsizetype(1e15)
                                             : static_cast<qsizetype>(std::ceil(slices)));
    const auto size = static_cast<double>(*javascript::length(call.runtime(), call[0]));
    const double length = std::floor(size / slices);
    const double extra = std::fmod(size, slices);
    const auto at = [&](double index) {
        return static_cast<qsizetype>(std::clamp(std::trunc(index), 0.0, size));
    };
    std::vector<Value> result;
    double offset = 0;
    for (double i = 0; i < slices; ++i) {
        const qsizetype start = at(offset + i * length);
        if (i < extra)
            ++offset;
        const qsizetype end = std::max(start, at(offset + (i + 1) * length));
        if (fills && i >= extra && call[0].isText())
            call.runtime().fail(FailureKind::Type,
                                QStringLiteral("currSlice.push is not a function"));
        if (call[0].isText()) {
            result.emplace_back(call[0].text().sliced(start, end - start));
            continue;
        }
        const auto &items = call[0].items().items;
        std::vector<Value> part(items.begin() + start, items.begin() + end);
        if (fills && i >= extra)
            part.push_back(call[2]);
        result.push_back(newArray(std::move(part)));
    }
    return newArray(std::move(result));
}

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
    std::ranges::stable_sort(pairs, [&](const Value &a, const Value &b) {
        runtime.charge(1);
        return runtime.compare(Comparison::Less, keyOf(a), keyOf(b));
    });
    return newArray(std::move(pairs));
}

Value default_(Call &call)
{
    if (call.truthy(2))
        return call.truthy(0) ? call[0] : call[1];
    return call[0].isUndefined() ? call[1] : call[0];
}

Value dump(Call &call)
{
    const auto json = javascript::stringified(call.runtime(), call[0], call[1]);
    return json ? Value(*json) : Value::undefined();
}

Value first(Call &call)
{
    return property(call, call[0], Value(0));
}

Value last(Call &call)
{
    const Value length = property(call, call[0], Value(QStringLiteral("length")));
    return call.runtime().item(call[0], javascript::number(toNumber(call.runtime(), length) - 1));
}

Value groupby(Call &call)
{
    auto groups = make<DictData>();
    for (const Value &item : elements(call, 0)) {
        const Value key = attributeOf(call, item, call[1]);
        if (key.isUndefined() && call.runtime().options().undefined == UndefinedKind::Strict) {
            call.runtime().fail(FailureKind::Type,
                                QStringLiteral("groupby: attribute \"%1\" resolved to undefined")
                                    .arg(call.text(1)));
        }
        Value name(call.runtime().text(key));
        name.setTags(call.runtime().deepTags(key));
        if (!groups->find(name))
            groups->insert(name, newArray({}));
        groups->find(name)->items().items.push_back(item);
        groups->shape = call.runtime().tagTable().united(groups->shape, name.tags());
    }
    groups->sortIndexKeys();
    return {groups};
}

Value join(Call &call)
{
    Runtime &runtime = call.runtime();
    const QString separator = call.truthy(1) ? call.text(1) : QString();
    std::vector<Value> items = call.truthy(2) ? elements(call, 0) : onlyArray(call, 0, "join");
    QString text;
    for (size_t i = 0; i < items.size(); ++i) {
        if (call.truthy(2))
            items[i] = property(call, items[i], call[2]);
        if (i > 0)
            text += separator;
        if (!isNothing(items[i]))
            text += runtime.text(items[i]);
        runtime.chargeText(text.size());
    }
    return text;
}

Value length(Call &call)
{
    const Value &value = call[0];
    const bool isEmpty = isNothing(value) || (value.is(Value::Type::Bool) && !value.boolean());
    if (isEmpty)
        return 0;
    const auto length
        = javascript::length(call.runtime(), value.isText() ? value : javascript::plain(value));
    return length ? Value(static_cast<qint64>(*length)) : Value::undefined();
}

Value list(Call &call)
{
    if (call[0].isSequence())
        return call[0];
    if (call[0].isText() && !call[0].isMarkup())
        return newArray(elements(call, 0));
    const Value map = javascript::plain(call[0]);
    if (!map.is(Value::Type::Dict))
        call.runtime().fail(FailureKind::Type, QStringLiteral("list filter: type not iterable"));
    std::vector<Value> entries;
    for (const DictData::Entry &entry : map.dict().entries()) {
        auto pair = make<DictData>();
        pair->insert(QStringLiteral("key"), entry.key);
        pair->insert(QStringLiteral("value"), entry.value);
        entries.emplace_back(pair);
    }
    return newArray(std::move(entries));
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

/// select and reject: items by what a test says of them.
Value chosen(Call &call, bool wanted)
{
    Runtime &runtime = call.runtime();
    const QString name = call[1].isUndefined() ? QStringLiteral("truthy") : call.text(1);
    if (!runtime.findTest(name))
        runtime.fail(FailureKind::Runtime, QStringLiteral("test not found: %1").arg(name));
    std::vector<Value> result;
    auto shape = Tags(0);
    for (const Value &item : call[0].isMarkup() ? std::vector<Value>() : elements(call, 0)) {
        const Value arguments[] = {item, call[2]};
        shape = runtime.tagTable().united(shape, runtime.deepTags(item));
        if (runtime.applyTest(name, {arguments, {}}) == wanted)
            result.push_back(item);
    }
    return runtime.withShape(newArray(std::move(result)), shape);
}

Value select(Call &call)
{
    return chosen(call, true);
}

Value reject(Call &call)
{
    return chosen(call, false);
}

Value chosenByAttribute(Call &call, bool wanted)
{
    Runtime &runtime = call.runtime();
    std::vector<Value> result;
    auto shape = Tags(0);
    for (const Value &item : onlyArray(call, 0, "filter")) {
        const Value value = property(call, item, call[1]);
        shape = runtime.tagTable().united(shape, runtime.deepTags(value));
        if (runtime.truthy(value) == wanted)
            result.push_back(item);
    }
    return runtime.withShape(newArray(std::move(result)), shape);
}

Value selectattr(Call &call)
{
    return chosenByAttribute(call, true);
}

Value rejectattr(Call &call)
{
    return chosenByAttribute(call, false);
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
    for (const Value &value : isNothing(call[0]) ? std::vector<Value>() : elements(call, 0)) {
        Value key = call.truthy(3) ? attributeOf(call, value, call[3]) : value;
        if (call.truthy(3) && key.isUndefined()
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
    for (Item &item : items)
        sorted.push_back(std::move(item.value));
    return runtime.withShape(newArray(std::move(sorted)), shape);
}

constexpr FunctionRow rows[] = {
    {u"batch", "batch(arr, linecount, fillWith)", batch, Flow::Items},
    {u"d", "default(val, def, bool)", default_, Flow::Items},
    {u"default", "default(val, def, bool)", default_, Flow::Items},
    {u"dictsort", "dictsort(val, caseSensitive, by)", dictsort, Flow::Items},
    {u"dump", "dump(obj, spaces)", dump},
    {u"first", "first(arr)", first, Flow::Items},
    {u"groupby", "groupby(arr, attr)", groupby, Flow::Items},
    {u"join", "join(arr, del, attr)", join},
    {u"last", "last(arr)", last, Flow::Items},
    {u"length", "length(val)", length, Flow::Items},
    {u"list", "list(val)", list, Flow::Items},
    {u"random", "random(arr)", random, Flow::Items},
    {u"reject", "reject(arr, testName, secondArg)", reject, Flow::Items},
    {u"rejectattr", "rejectattr(arr, attr)", rejectattr, Flow::Items},
    {u"reverse", "reverse(val)", reverse, Flow::Items},
    {u"select", "select(arr, testName, secondArg)", select, Flow::Items},
    {u"selectattr", "selectattr(arr, attr)", selectattr, Flow::Items},
    {u"slice", "slice(arr, slices, fillWith)", slice, Flow::Items},
    {u"sort", "sort(value, reverse, case_sensitive, attribute, **kwargs)", sort, Flow::Items},
};

} // namespace

std::span<const FunctionRow> nunjucksListFilters()
{
    return rows;
}

} // namespace waymark::jinja
