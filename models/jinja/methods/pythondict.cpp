#include "models/jinja/itemcursor.h"
#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythondictview.h"
#include "models/jinja/methods/pythonfamilies.h"

namespace waymark::jinja {
namespace {

template<DictView::Kind kind>
Value view(Call &call)
{
    noArguments(call);
    return Value(Reference<Object>(make<DictView>(kind, call[0])));
}

Value getItem(Call &call)
{
    const auto arguments = argumentsBetween(call, 1, 2);
    requireHashable(call.runtime(), arguments[0]);
    if (const Value *known = call[0].dict().find(arguments[0]))
        return *known;
    return arguments.size() > 1 ? arguments[1] : Value::none();
}

Value pop(Call &call)
{
    const auto arguments = argumentsBetween(call, 1, 2);
    DictData &dict = call[0].dict();
    if (dict.size() > 0)
        requireHashable(call.runtime(), arguments[0]);
    call.runtime().charge(static_cast<quint64>(dict.size()));
    Value removed = dict.size() > 0 ? dict.remove(arguments[0]) : Value();
    if (!removed.isMissing())
        return removed;
    if (arguments.size() < 2)
        call.runtime().fail(FailureKind::Key, call.runtime().repr(arguments[0]));
    return arguments[1];
}

Value popItem(Call &call)
{
    noArguments(call);
    DictData &dict = call[0].dict();
    if (dict.size() == 0)
        call.runtime().fail(FailureKind::Key, QStringLiteral("'popitem(): dictionary is empty'"));
    const Value key = dict.entries().back().key;
    call.runtime().charge(static_cast<quint64>(dict.size()));
    return tupleOf({key, dict.remove(key)});
}

Value setDefault(Call &call)
{
    const auto arguments = argumentsBetween(call, 1, 2);
    requireHashable(call.runtime(), arguments[0]);
    DictData &dict = call[0].dict();
    if (const Value *known = dict.find(arguments[0]))
        return *known;
    Value value = arguments.size() > 1 ? arguments[1] : Value::none();
    dict.insert(arguments[0], value);
    return value;
}

Value copy(Call &call)
{
    noArguments(call);
    call.runtime().chargeItems(call[0].dict().size());
    return {make<DictData>(call[0].dict())};
}

Value clear(Call &call)
{
    noArguments(call);
    call[0].dict().clear();
    return Value::none();
}

Value update(Call &call)
{
    // argumentsBetween() refuses keywords, which this method takes.
    if (const size_t given = call.rest().size(); given > 1) {
        const auto message = QStringLiteral("update expected at most 1 argument, got %1");
        call.runtime().fail(FailureKind::Type, message.arg(given));
    }
    DictData &dict = call[0].dict();
    if (!call.rest().empty())
        updateDict(call.runtime(), dict, call.rest().front());
    for (const NamedArgument &argument : call.keywords())
        dict.insert(argument.name, argument.value);
    call.runtime().chargeItems(dict.size());
    return Value::none();
}

Value fromKeys(Call &call)
{
    const auto arguments = argumentsBetween(call, 1, 2);
    Runtime &runtime = call.runtime();
    auto dict = make<DictData>();
    for (const Value &key : runtime.items(arguments[0])) {
        requireHashable(runtime, key);
        dict->insert(key, arguments.size() > 1 ? arguments[1] : Value::none());
    }
    return {dict};
}

constexpr FunctionRow rows[] = {
    {u"clear", "dict.clear(self, *args, **kwargs)", clear, Flow::Own},
    {u"copy", "dict.copy(self, *args, **kwargs)", copy, Flow::Items},
    {u"fromkeys", "dict.fromkeys(self, *args, **kwargs)", fromKeys, Flow::Items},
    {u"get", "dict.get(self, *args, **kwargs)", getItem, Flow::Items},
    {u"items", "dict.items(self, *args, **kwargs)", view<DictView::Kind::Items>, Flow::Items},
    {u"keys", "dict.keys(self, *args, **kwargs)", view<DictView::Kind::Keys>, Flow::Items},
    {u"pop", "dict.pop(self, *args, **kwargs)", pop, Flow::Items},
    {u"popitem", "dict.popitem(self, *args, **kwargs)", popItem, Flow::Items},
    {u"setdefault", "dict.setdefault(self, *args, **kwargs)", setDefault, Flow::Items},
    {u"update", "dict.update(self, *args, **kwargs)", update, Flow::Own},
    {u"values", "dict.values(self, *args, **kwargs)", view<DictView::Kind::Values>, Flow::Items},
};

} // namespace

std::span<const FunctionRow> pythonDictMethods()
{
    return rows;
}

void updateDict(Runtime &runtime, DictData &dict, const Value &source)
{
    if (source.isUndefined()) // which is asked for its keys
        runtime.failUndefined(source);
    Value mapping = source;
    if (source.is(Value::Type::Object) && !source.object().plain().isMissing())
        mapping = source.object().plain();
    if (mapping.is(Value::Type::Dict)) {
        const std::vector<DictData::Entry> entries = mapping.dict().entries();
        runtime.chargeItems(static_cast<qsizetype>(entries.size()));
        for (const DictData::Entry &entry : entries)
            dict.insert(entry.key, entry.value);
        return;
    }
    ItemCursor cursor(runtime, source);
    qint64 index = 0;
    for (Value item = cursor.next(runtime); !item.isMissing();
         item = cursor.next(runtime), ++index) {
        if (!runtime.isIterable(item)) {
            const auto message = QStringLiteral(
                "cannot convert dictionary update sequence element #%1 to a sequence");
            runtime.fail(FailureKind::Type, message.arg(index));
        }
        const std::vector<Value> pair = runtime.items(item);
        if (pair.size() != 2) {
            const auto message = QStringLiteral(
                "dictionary update sequence element #%1 has length %2; 2 is required");
            runtime.fail(FailureKind::Value, message.arg(index).arg(pair.size()));
        }
        requireHashable(runtime, pair[0]);
        dict.insert(pair[0], pair[1]);
    }
}

} // namespace waymark::jinja
