#include "models/jinja/dialects/python.h"

#include "models/jinja/dialects/codepoints.h"

namespace waymark::jinja::python {

std::optional<qsizetype> length(Runtime &runtime, const Value &value)
{
    switch (value.type()) {
    case Value::Type::Text:
        return codePointCount(value.text());
    case Value::Type::List:
    case Value::Type::Tuple:
        return static_cast<qsizetype>(value.items().items.size());
    case Value::Type::Dict:
        return value.dict().size();
    case Value::Type::Range:
        return value.range().size();
    case Value::Type::Undefined:
        if (runtime.isStrict(value))
            runtime.failUndefined(value);
        return 0;
    case Value::Type::Object:
        return value.object().length(runtime);
    default:
        return std::nullopt;
    }
}

bool isIterable(const Value &value)
{
    switch (value.type()) {
    case Value::Type::Text:
    case Value::Type::List:
    case Value::Type::Tuple:
    case Value::Type::Dict:
    case Value::Type::Range:
    case Value::Type::Undefined:
        return true;
    case Value::Type::Object:
        return value.object().isIterable();
    default:
        return false;
    }
}

namespace {

void charge(Runtime &runtime, size_t count)
{
    runtime.chargeItems(static_cast<qsizetype>(count));
}

std::vector<Value> keysOf(Runtime &runtime, const DictData &dict)
{
    std::vector<Value> result;
    charge(runtime, dict.entries().size());
    result.reserve(dict.entries().size());
    for (const DictData::Entry &entry : dict.entries())
        result.push_back(entry.key);
    return result;
}

std::vector<Value> charactersOf(Runtime &runtime, const Value &value)
{
    std::vector<Value> result;
    const QString &text = value.text();
    runtime.chargeItems(text.size());
    for (qsizetype i = 0; i < text.size(); i += result.back().text().size()) {
        result.emplace_back(
            codePoints(QStringView(text).sliced(i, qMin<qsizetype>(2, text.size() - i)), 0, 1));
        result.back().setTags(runtime.tagTable().flattened(value.tags()));
    }
    return result;
}

std::vector<Value> numbersOf(Runtime &runtime, const Value &value)
{
    std::vector<Value> result;
    runtime.chargeItems(value.range().size());
    for (qint64 i = 0; i < value.range().size(); ++i) {
        result.emplace_back(value.range().at(i));
        result.back().setTags(value.tags());
    }
    return result;
}

std::vector<Value> exhausted(Runtime &runtime, const Value &iterator)
{
    std::vector<Value> result;
    for (;;) {
        Value next = iterator.object().next(runtime);
        if (next.isMissing())
            return result;
        runtime.charge(1);
        result.push_back(std::move(next));
    }
}

} // namespace

std::vector<Value> items(Runtime &runtime, const Value &value)
{
    switch (value.type()) {
    case Value::Type::List:
    case Value::Type::Tuple:
        charge(runtime, value.items().items.size());
        return value.items().items;
    case Value::Type::Dict:
        return keysOf(runtime, value.dict());
    case Value::Type::Text:
        return charactersOf(runtime, value);
    case Value::Type::Range:
        return numbersOf(runtime, value);
    case Value::Type::Undefined:
        if (runtime.isStrict(value))
            runtime.failUndefined(value);
        return {};
    default:
        break;
    }
    if (!isIterable(value))
        runtime.fail(FailureKind::Type,
                     QStringLiteral("'%1' object is not iterable").arg(typeName(value)));
    return exhausted(runtime, value.object().iterator(runtime));
}

} // namespace waymark::jinja::python
