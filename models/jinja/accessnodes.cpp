#include "models/jinja/accessnodes.h"

#include "models/jinja/binder.h"
#include "models/jinja/dialect.h"
#include "models/jinja/interpreter.h"
#include "models/jinja/loop.h"
#include "models/jinja/operand.h"
#include "models/jinja/slice.h"
#include "models/jinja/template.h"
#include "models/jinja/valuesize.h"

namespace waymark::jinja {

Value AttributeNode::evaluate(Interpreter &interpreter) const
{
    interpreter.charge(1);
    const Operand base(interpreter, *m_base);
    interpreter.at(offset());
    if (const Value *entry = entryOf(*base))
        return *entry;
    Value result = attributeOf(interpreter, *base);
    return interpreter.isTracking() ? interpreter.taggedMember(std::move(result), *base) : result;
}

Value AttributeNode::attributeOf(Interpreter &interpreter, const Value &base) const
{
    if (m_field != LoopField::None && base.is(Value::Type::Object)) {
        if (LoopObject *loop = base.object().loop())
            return loop->field(interpreter, m_field);
    }
    return interpreter.attribute(base, m_name);
}

const Value *AttributeNode::peek(Interpreter &interpreter) const
{
    const Value *base = m_isEntry ? m_base->peek(interpreter) : nullptr;
    const Value *entry = base ? entryOf(*base) : nullptr;
    if (entry) {
        interpreter.charge(1);
        interpreter.at(offset());
    }
    return entry;
}

/// Null: there is none, or it is not what the attribute is.
const Value *AttributeNode::entryOf(const Value &base) const
{
    const bool hasEntries = m_isEntry && base.is(Value::Type::Dict) && base.tags() == 0;
    return hasEntries ? std::as_const(base.dict()).find(m_name, m_hash) : nullptr;
}

void AttributeNode::bind(Binder &binder)
{
    m_base->bind(binder);
    const CompiledEnvironment &environment = binder.environment();
    m_isEntry = environment.dialect.isEntryFirst(environment.options, m_name);
}

namespace {
/// The item of a list at an index that is no negative one; or null.
const Value *plainItem(const Value &base, const Value &key)
{
    if (!base.isSequence() || base.tags() != 0 || !key.is(Value::Type::Int) || key.tags() != 0)
        return nullptr;
    const std::vector<Value> &items = base.items().items;
    const auto index = static_cast<quint64>(key.integer());
    return index < items.size() ? &items[index] : nullptr;
}
} // namespace

Value ItemNode::evaluate(Interpreter &interpreter) const
{
    interpreter.charge(1);
    const Operands operands(interpreter, *m_base, *m_key);
    const Value &key = operands.right();
    interpreter.at(offset());
    if (const Value *item = plainItem(operands.left(), key))
        return *item;
    Value result = interpreter.item(operands.left(), key);
    if (key.is(Value::Type::Object)) // a slice
        interpreter.chargeMade(result, itemsHeld(result));
    if (!interpreter.isTracking())
        return result;
    result = interpreter.taggedMember(std::move(result), operands.left());
    return interpreter.tagged(std::move(result), interpreter.deepTags(key));
}

const Value *ItemNode::peek(Interpreter &interpreter) const
{
    const Value *base = m_base->peek(interpreter);
    if (!base || !base->isSequence())
        return nullptr;
    const Value *key = m_key->peek(interpreter);
    const Value *item = key ? plainItem(*base, *key) : nullptr;
    if (item) {
        interpreter.charge(1);
        interpreter.at(offset());
    }
    return item;
}

void ItemNode::bind(Binder &binder)
{
    m_base->bind(binder);
    m_key->bind(binder);
}

void ItemNode::eachChild(const NodeVisitor &visit) const
{
    visit(*m_base);
    visit(*m_key);
}

Value SliceNode::evaluate(Interpreter &interpreter) const
{
    auto slice = make<SliceObject>();
    slice->isFolded = m_isFolded;
    Value *const parts[] = {&slice->start, &slice->stop, &slice->step};
    Tags tags = 0;
    for (size_t i = 0; i < 3; ++i) {
        if (!m_parts[i])
            continue;
        *parts[i] = m_parts[i]->evaluate(interpreter);
        tags = interpreter.tagTable().united(tags, parts[i]->tags());
    }
    Value result{Reference<Object>(slice)};
    result.setTags(interpreter.tagTable().flattened(tags));
    return result;
}

void SliceNode::bind(Binder &binder)
{
    binder.slice(*this);
    for (const ExpressionPtr &part : m_parts) {
        if (part)
            part->bind(binder);
    }
}

void SliceNode::eachChild(const NodeVisitor &visit) const
{
    for (const ExpressionPtr &part : m_parts) {
        if (part)
            visit(*part);
    }
}

} // namespace waymark::jinja
