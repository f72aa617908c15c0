#include "models/jinja/filters/nunjucksfamilies.h"

#include "models/jinja/dialects/javascriptjson.h"
#include "models/jinja/filters/nunjucksarguments.h"
#include "models/jinja/filters/nunjucksproperties.h"

namespace waymark::jinja {
namespace {

using javascript::toNumber;

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
    return propertyOf(call, call[0], Value(0));
}

Value last(Call &call)
{
    const Value length = propertyOf(call, call[0], Value(QStringLiteral("length")));
    return call.runtime().item(call[0], javascript::number(toNumber(call.runtime(), length) - 1));
}

Value join(Call &call)
{
    Runtime &runtime = call.runtime();
    const QString separator = call.truthy(1) ? call.text(1) : QString();
    std::vector<Value> items = !call.truthy(2) ? onlyArray(call, 0, "join")
        : isNothing(call[0])                   ? std::vector<Value>()
                                               : elements(call, 0);
    QString text;
    for (size_t i = 0; i < items.size(); ++i) {
        if (call.truthy(2))
            items[i] = propertyOf(call, items[i], call[2]);
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

constexpr FunctionRow rows[] = {
    {u"d", "default(val, def, bool)", default_, Flow::Items},
    {u"default", "default(val, def, bool)", default_, Flow::Items},
    {u"dump", "dump(obj, spaces)", dump},
    {u"first", "first(arr)", first, Flow::Items},
    {u"join", "join(arr, del, attr)", join},
    {u"last", "last(arr)", last, Flow::Items},
    {u"length", "length(val)", length, Flow::Items},
    {u"list", "list(val)", list, Flow::Items},
};

} // namespace

std::span<const FunctionRow> nunjucksListFilters()
{
    return rows;
}

} // namespace waymark::jinja
