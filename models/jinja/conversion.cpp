#include "models/jinja/conversion.h"

#include "models/jinja/dialect.h"
#include "models/jinja/extensions/pathobject.h"

namespace waymark::jinja {
namespace {

constexpr int deepestData = 512; // as deep as JSON may be

enum class Texts : quint8 { Shared, Lent };

Value textAs(Texts texts, const QString &text)
{
    return texts == Texts::Lent ? Value(text).lent() : Value(text);
}

Value fromScalar(Runtime &runtime, const waymark::Value &value, Texts texts)
{
    switch (value.type()) {
    case waymark::Value::Type::Bool:
        return {*value.toBool()};
    case waymark::Value::Type::Integer:
        return runtime.dialect().fromInteger(*value.toInteger());
    case waymark::Value::Type::Float:
        return {*value.toFloat()};
    case waymark::Value::Type::Text:
        return textAs(texts, *value.toText());
    default:
        return Value::none();
    }
}

waymark::Value toScalar(Runtime &runtime, const Value &value)
{
    switch (value.type()) {
    case Value::Type::Bool:
        return value.boolean();
    case Value::Type::Int:
    case Value::Type::BigInt:
        return value.toInteger();
    case Value::Type::Float:
        return runtime.dialect().toNumber(value.real());
    case Value::Type::Text:
        return kept(value.text());
    case Value::Type::Object:
        return kept(runtime.text(value));
    default:
        return {};
    }
}

class Outbound
{
public:
    explicit Outbound(Runtime &runtime)
        : m_runtime(runtime)
    {
    }

    TaggedValue convert(const Value &value, int depth)
    {
        if (depth > deepestData)
            m_runtime.fail(FailureKind::Limit, QStringLiteral("the value is nested too deeply"));
        m_runtime.charge(1);
        switch (value.type()) {
        case Value::Type::Undefined:
        case Value::Type::Missing: {
            TaggedValue result = TaggedValue::undefined();
            result.addSources(sources(value.tags()));
            return result;
        }
        case Value::Type::Dict:
            return fromDict(value, depth);
        case Value::Type::Object:
            if (const Value plain = value.object().plain(); !plain.isMissing())
                return fromDict(plain, depth);
            if (!m_runtime.isIterable(value))
                break;
            [[fallthrough]];
        case Value::Type::List:
        case Value::Type::Tuple:
        case Value::Type::Range: {
            TaggedValue::List items;
            for (const Value &item : m_runtime.items(value))
                items.append(convert(item, depth + 1));
            return handedDown(TaggedValue::fromList(items, sources(m_runtime.shallowTags(value))),
                              value);
        }
        default:
            break;
        }
        TaggedValue result(toScalar(m_runtime, value));
        result.addSources(sources(value.tags()));
        return result;
    }

private:
    [[nodiscard]] Sources sources(Tags tags) { return m_runtime.tagTable().sources(tags); }

    TaggedValue fromDict(const Value &value, int depth)
    {
        TaggedValue::Map entries;
        for (const DictData::Entry &entry : value.dict().entries())
            entries.append({kept(m_runtime.text(entry.key)), convert(entry.value, depth + 1)});
        return handedDown(TaggedValue::fromMap(entries, sources(m_runtime.shallowTags(value))),
                          value);
    }

    /// What a list or map as a whole depends on goes for all that is in it.
    TaggedValue handedDown(TaggedValue result, const Value &value)
    {
        if (value.tags() != 0)
            result.addSources(sources(m_runtime.tagTable().flattened(value.tags())));
        return result;
    }

    Runtime &m_runtime;
};

Value inbound(Runtime &runtime, const TaggedValue &value, Texts texts)
{
    const Tags tags = runtime.tagTable().tagsOf(value.sources());
    if (value.isMap()) {
        auto dict = make<DictData>();
        for (const TaggedValue::Entry &entry : value.map())
            dict->insert(textAs(texts, entry.key), inbound(runtime, entry.value, texts));
        if (runtime.dialect().ordersIndexKeys)
            dict->sortIndexKeys();
        dict->shape = tags;
        dict->isOrdered = value.isOrdered();
        return {dict};
    }
    if (value.isList()) {
        auto items = make<ListData>();
        items->items.reserve(static_cast<size_t>(value.list().size()));
        for (const TaggedValue &item : value.list())
            items->items.push_back(inbound(runtime, item, texts));
        items->shape = tags;
        return Value::list(items);
    }
    const bool isPath = value.isPath() && runtime.dialect().bindsAsPython;
    Value result = value.isUndefined() ? Value::undefined()
        : isPath                       ? pathOf(value.scalar().textOr())
                                       : fromScalar(runtime, value.scalar(), texts);
    result.setTags(tags);
    return result;
}

} // namespace

Value fromTagged(Runtime &runtime, const TaggedValue &value)
{
    return inbound(runtime, value, Texts::Shared);
}

Value lentFromTagged(Runtime &runtime, const TaggedValue &value)
{
    return inbound(runtime, value, Texts::Lent);
}

TaggedValue toTagged(Runtime &runtime, const Value &value)
{
    return Outbound(runtime).convert(value, 0);
}

} // namespace waymark::jinja
