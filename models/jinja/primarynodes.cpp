#include "models/jinja/primarynodes.h"

#include "models/jinja/binder.h"
#include "models/jinja/dialect.h"
#include "models/jinja/interpreter.h"
#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/regexobject.h"
#include "models/jinja/valuesize.h"

namespace waymark::jinja {

Value NameNode::evaluate(Interpreter &interpreter) const
{
    return *peek(interpreter);
}

const Value *NameNode::peek(Interpreter &interpreter) const
{
    interpreter.at(offset());
    return &interpreter.load(m_variable);
}

void NameNode::bind(Binder &binder)
{
    binder.load(m_variable);
}

Value RegexNode::evaluate(Interpreter & /*interpreter*/) const
{
    return {Reference<Object>(m_regex.as<RegexObject>()->fresh())};
}

Value SequenceNode::evaluate(Interpreter &interpreter) const
{
    if (m_kind == Kind::Group) {
        for (size_t i = 0; i + 1 < m_items.size(); ++i)
            (void)m_items[i]->evaluate(interpreter);
        return m_items.back()->evaluate(interpreter);
    }
    interpreter.charge(1 + m_items.size());
    auto items = make<ListData>();
    items->items.reserve(m_items.size());
    for (const ExpressionPtr &item : m_items)
        items->items.push_back(item->evaluate(interpreter));
    const Value list = m_kind == Kind::Tuple ? Value::tuple(items) : Value::list(items);
    interpreter.chargeMade(list, 0);
    interpreter.chargeBytes(roomFor(list, m_items.size()));
    return list;
}

void SequenceNode::bind(Binder &binder)
{
    for (const ExpressionPtr &item : m_items)
        item->bind(binder);
}

void SequenceNode::eachChild(const NodeVisitor &visit) const
{
    for (const ExpressionPtr &item : m_items)
        visit(*item);
}

Value DictNode::evaluate(Interpreter &interpreter) const
{
    interpreter.charge(1 + m_entries.size());
    auto dict = make<DictData>();
    std::vector<std::pair<Value, Value>> entries;
    for (const auto &[key, value] : m_entries) {
        Value name = key->evaluate(interpreter);
        entries.emplace_back(std::move(name), value->evaluate(interpreter));
    }
    for (size_t i = 0; i < entries.size(); ++i) {
        auto &[name, value] = entries[i];
        if (name.isUndefined() && interpreter.isStrict(name))
            interpreter.failUndefined(name);
        if (!isHashable(name)) {
            interpreter.at(m_entries[i].first->offset());
            requireHashable(interpreter, name);
        }
        dict->insert(name, std::move(value));
    }
    if (interpreter.dialect().ordersIndexKeys)
        dict->sortIndexKeys();
    Value map(dict);
    interpreter.chargeMade(map, itemsHeld(map));
    return map;
}

void DictNode::bind(Binder &binder)
{
    for (const auto &[key, value] : m_entries) {
        key->bind(binder);
        value->bind(binder);
    }
}

void DictNode::eachChild(const NodeVisitor &visit) const
{
    for (const auto &[key, value] : m_entries) {
        visit(*key);
        visit(*value);
    }
}

} // namespace waymark::jinja
