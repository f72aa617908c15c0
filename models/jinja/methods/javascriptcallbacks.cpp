#include "models/jinja/methods/javascriptcallbacks.h"

#include "models/jinja/methods/javascripttext.h"

namespace waymark::jinja::javascript {
namespace {

std::vector<Value> &itemsOf(Call &call)
{
    return call[0].items().items;
}

Value newList(std::vector<Value> items)
{
    return Value::list(make<ListData>(std::move(items)));
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

constexpr FunctionRow rows[] = {
    {u"filter", "filter(self, callback)", filter, Flow::Items},
    {u"flatMap", "flatMap(self, callback)", flatMap, Flow::Items},
    {u"forEach", "forEach(self, callback)", forEach},
    {u"map", "map(self, callback)", map, Flow::Items},
};

} // namespace

bool isFunction(const Value &value)
{
    return value.is(Value::Type::Object) && value.object().isCallable();
}

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

std::span<const FunctionRow> arrayCallbackMethods()
{
    return rows;
}

} // namespace waymark::jinja::javascript
