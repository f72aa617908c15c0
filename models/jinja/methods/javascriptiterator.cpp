#include "models/jinja/methods/javascriptiterator.h"

#include "models/jinja/boundmethod.h"
#include "models/jinja/methods/javascripttext.h"

namespace waymark::jinja::javascript {
namespace {

/// {value, done}, as the protocol of iterators has it.
Value nextOf(Call &call)
{
    const Value item = call[0].as<IteratorObject>()->next(call.runtime());
    auto step = make<DictData>();
    step->insert(QStringLiteral("value"), item.isMissing() ? Value::undefined() : item);
    step->insert(QStringLiteral("done"), item.isMissing());
    return {step};
}

constexpr FunctionRow iteratorRows[] = {
    {u"next", "next(self)", nextOf, Flow::Items},
};

Value iterator(Call &call, bool hasKeys, bool hasValues)
{
    const std::vector<Value> &items = call[0].items().items;
    std::vector<Value> steps;
    steps.reserve(items.size());
    for (size_t i = 0; i < items.size(); ++i) {
        const Value key(static_cast<qint64>(i));
        const bool isPair = hasKeys && hasValues;
        steps.push_back(isPair        ? Value::list(make<ListData>(std::vector{key, items[i]}))
                            : hasKeys ? key
                                      : items[i]);
    }
    call.runtime().chargeItems(static_cast<qsizetype>(steps.size()));
    return {Reference<Object>(
        make<IteratorObject>(QStringLiteral("Array Iterator"), std::move(steps)))};
}

Value entries(Call &call)
{
    return iterator(call, true, true);
}
Value keys(Call &call)
{
    return iterator(call, true, false);
}
Value values(Call &call)
{
    return iterator(call, false, true);
}

constexpr FunctionRow arrayRows[] = {
    {u"entries", "entries(self)", entries, Flow::Items},
    {u"keys", "keys(self)", keys, Flow::Items},
    {u"values", "values(self)", values, Flow::Items},
};

} // namespace

Value IteratorObject::next(Runtime & /*runtime*/)
{
    return m_at < m_items.size() ? m_items[m_at++] : Value();
}

std::vector<Value> IteratorObject::rest()
{
    const auto from
        = m_items.begin() + static_cast<std::ptrdiff_t>(std::exchange(m_at, m_items.size()));
    return {from, m_items.end()};
}

Value IteratorObject::attribute(Runtime & /*runtime*/, const QString &name)
{
    static const FunctionTable methods{std::span<const FunctionRow>(iteratorRows)};
    const Function *method = methods.find(name);
    return method
        ? Value(Reference<Object>(make<BoundMethod>(*method, Value(Reference<Object>(this)))))
        : Value();
}

std::span<const FunctionRow> arrayIteratorMethods()
{
    return arrayRows;
}

} // namespace waymark::jinja::javascript
