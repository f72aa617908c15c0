#include "models/jinja/itemcursor.h"

#include "models/jinja/containers.h"

namespace waymark::jinja {

ItemCursor::ItemCursor(Runtime &runtime, const Value &iterable)
{
    if (iterable.isSequence() || iterable.is(Value::Type::Range))
        m_iterable = iterable;
    else if (iterable.is(Value::Type::Object) && iterable.object().isIterable())
        m_iterable = iterable.object().iterator(runtime);
    else
        m_items = runtime.items(iterable);
}

Value ItemCursor::next(Runtime &runtime)
{
    runtime.charge(1);
    if (m_iterable.is(Value::Type::Object))
        return m_iterable.object().next(runtime);
    if (m_iterable.is(Value::Type::Range)) {
        const RangeData &range = m_iterable.range();
        return m_position < range.size() ? Value(range.at(m_position++)) : Value();
    }
    const auto &items = m_iterable.isMissing() ? m_items : m_iterable.items().items;
    const auto at = static_cast<size_t>(m_position);
    if (at >= items.size())
        return {};
    ++m_position;
    return items[at];
}

} // namespace waymark::jinja
