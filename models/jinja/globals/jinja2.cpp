#include "models/jinja/globals/registry.h"

#include "models/jinja/namespaceobject.h"

namespace waymark::jinja {
namespace {

/// Adds `pairs` to `result`, as Python's dict() does.
void insertPairs(Runtime &runtime, DictData &result, const Value &pairs)
{
    size_t index = 0;
    for (const Value &pair : runtime.items(pairs)) {
        if (!runtime.isIterable(pair)) {
            runtime.fail(FailureKind::Type,
                         QStringLiteral(
                             "cannot convert dictionary update sequence element #%1 to a sequence")
                             .arg(index));
        }
        const std::vector<Value> parts = runtime.items(pair);
        if (parts.size() != 2) {
            runtime.fail(FailureKind::Value,
                         QStringLiteral(
                             "dictionary update sequence element #%1 has length %2; 2 is required")
                             .arg(index)
                             .arg(parts.size()));
        }
        result.insert(parts[0], parts[1]);
        ++index;
    }
}

/// dict(), of a map or of pairs, with keywords.
Reference<DictData> dictOf(Call &call)
{
    Runtime &runtime = call.runtime();
    auto result = make<DictData>();
    if (call.rest().size() > 1) {
        runtime.fail(
            FailureKind::Type,
            QStringLiteral("dict expected at most 1 argument, got %1").arg(call.rest().size()));
    }
    if (!call.rest().empty()) {
        const Value &source = call.rest().front();
        if (source.isUndefined()) // which is asked for its keys
            runtime.failUndefined(source);
        if (source.is(Value::Type::Dict)) {
            for (const DictData::Entry &entry : source.dict().entries())
                result->insert(entry.key, entry.value);
            result->shape = source.dict().shape;
        } else {
            insertPairs(runtime, *result, source);
        }
    }
    for (const NamedArgument &keyword : call.keywords())
        result->insert(keyword.name, keyword.value);
    return result;
}

Value dict(Call &call)
{
    return {dictOf(call)};
}

Value namespace_(Call &call)
{
    auto result = make<NamespaceObject>();
    const auto attributes = dictOf(call);
    for (const DictData::Entry &entry : attributes->entries())
        result->set(call.runtime().text(entry.key), entry.value);
    return {Reference<Object>(result)};
}

constexpr FunctionRow rows[] = {
    {u"dict", "dict.__init__(*args, **kwargs)", dict, Flow::Items},
    {u"namespace", "Namespace.__init__(*args, **kwargs)", namespace_, Flow::Items},
};

} // namespace

const FunctionTable &jinja2Globals()
{
    static const FunctionTable table{rows, jinja2RangeGlobals(), jinja2TurnGlobals(),
                                     jinja2LipsumGlobals()};
    return table;
}

} // namespace waymark::jinja
