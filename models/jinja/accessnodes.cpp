#include "models/jinja/accessnodes.h"

#include "models/jinja/binder.h"
#include "models/jinja/dialect.h"
#include "models/jinja/interpreter.h"
#include "models/jinja/operand.h"
#include "models/jinja/slice.h"
#include "models/jinja/valuesize.h"

namespace waymark::jinja {

Value AttributeNode::evaluate(Interpreter &interpreter) const
{
    interpreter.charge(1);
    const Operand base(interpreter, *m_base);
    interpreter.at(offset());
    Value result = interpreter.attribute(*base, m_name);
    return interpreter.isTracking() ? interpreter.taggedMember(std::move(result), *base) : result;
}

void AttributeNode::bind(Binder &binder)
{
    m_base->bind(binder);
}

Value ItemNode::evaluate(Interpreter &interpreter) const
{
    interpreter.charge(1);
    const Value base = m_base->evaluate(interpreter);
    const Operand key(interpreter, *m_key);
    interpreter.at(offset());
    Value result = interpreter.item(base, *key);
    if (key->is(Value::Type::Object)) // a slice
        interpreter.chargeMade(result, itemsHeld(result));
    if (!interpreter.isTracking())
        return result;
    result = interpreter.taggedMember(std::move(result), base);
    return interpreter.tagged(std::move(result), interpreter.deepTags(*key));
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
