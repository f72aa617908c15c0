#include "models/jinja/expressions.h"

#include "models/jinja/binder.h"
#include "models/jinja/dialect.h"
#include "models/jinja/interpreter.h"
#include "models/jinja/operand.h"

#include <QVarLengthArray>

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
    return m_kind == Kind::Tuple ? Value::tuple(items) : Value::list(items);
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
    for (const auto &[key, value] : m_entries) {
        const Value name = key->evaluate(interpreter);
        if (name.isUndefined() && interpreter.isStrict(name))
            interpreter.failUndefined(name);
        if (!isHashable(name)) {
            interpreter.at(key->offset());
            interpreter.fail(
                FailureKind::Type,
                QStringLiteral("unhashable type: '%1'").arg(interpreter.typeName(name)));
        }
        dict->insert(name, value->evaluate(interpreter));
    }
    if (interpreter.dialect().ordersIndexKeys)
        dict->sortIndexKeys();
    return {dict};
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

Value UnaryNode::evaluate(Interpreter &interpreter) const
{
    interpreter.charge(1);
    const Operand operand(interpreter, *m_operand);
    interpreter.at(offset());
    Value result = interpreter.dialect().unary(interpreter, m_operator, *operand);
    if (operand->tags())
        result.setTags(interpreter.tagTable().flattened(operand->tags()));
    return result;
}

void UnaryNode::bind(Binder &binder)
{
    m_operand->bind(binder);
}

void UnaryNode::eachChild(const NodeVisitor &visit) const
{
    visit(*m_operand);
}

Value BinaryNode::evaluate(Interpreter &interpreter) const
{
    interpreter.charge(1);
    if (m_operator == BinaryOperator::And || m_operator == BinaryOperator::Or)
        return evaluateLogical(interpreter);
    const Value left = m_left->evaluate(interpreter);
    const Operand right(interpreter, *m_right);
    interpreter.at(offset());
    Value result = interpreter.dialect().binary(interpreter, m_operator, left, *right);
    if (interpreter.isTracking())
        interpreter.tagResult(m_operator, result, left, *right);
    return result;
}

Value BinaryNode::evaluateLogical(Interpreter &interpreter) const
{
    Value left = m_left->evaluate(interpreter);
    if (interpreter.truthy(left) == (m_operator == BinaryOperator::Or))
        return left;
    const Tags tags = interpreter.tagTable().asControl(interpreter.deepTags(left));
    return interpreter.tagged(m_right->evaluate(interpreter), tags);
}

void BinaryNode::bind(Binder &binder)
{
    m_left->bind(binder);
    m_right->bind(binder);
}

void BinaryNode::eachChild(const NodeVisitor &visit) const
{
    visit(*m_left);
    visit(*m_right);
}

Value ComparisonNode::evaluate(Interpreter &interpreter) const
{
    Value left = m_first->evaluate(interpreter);
    Value result = true;
    Tags tags = 0;
    for (const Comparand &operand : m_rest) {
        interpreter.charge(1);
        Value right = operand.right->evaluate(interpreter);
        interpreter.at(offset());
        result = interpreter.dialect().binary(interpreter, operand.op, left, right);
        interpreter.tagResult(operand.op, result, left, right);
        tags = interpreter.tagTable().united(tags, result.tags());
        if (!interpreter.truthy(result))
            break;
        left = std::move(right);
    }
    result.setTags(tags);
    return result;
}

void ComparisonNode::bind(Binder &binder)
{
    m_first->bind(binder);
    for (const Comparand &operand : m_rest)
        operand.right->bind(binder);
}

void ComparisonNode::eachChild(const NodeVisitor &visit) const
{
    visit(*m_first);
    for (const Comparand &operand : m_rest)
        visit(*operand.right);
}

Value ConcatenationNode::evaluate(Interpreter &interpreter) const
{
    interpreter.charge(m_parts.size());
    QVarLengthArray<Value, 4> values;
    for (const ExpressionPtr &part : m_parts)
        values.append(part->evaluate(interpreter));
    interpreter.at(offset());
    return interpreter.joined({values.data(), static_cast<size_t>(values.size())});
}

void ConcatenationNode::bind(Binder &binder)
{
    for (const ExpressionPtr &part : m_parts)
        part->bind(binder);
}

void ConcatenationNode::eachChild(const NodeVisitor &visit) const
{
    for (const ExpressionPtr &part : m_parts)
        visit(*part);
}

Value ConditionalNode::evaluate(Interpreter &interpreter) const
{
    interpreter.charge(1);
    Tags tags = 0;
    bool isTrue = false;
    {
        const Operand condition(interpreter, *m_condition);
        interpreter.at(m_condition->offset());
        isTrue = interpreter.truthy(*condition);
        if (interpreter.isTracking())
            tags = interpreter.tagTable().asControl(interpreter.deepTags(*condition));
    }
    const ExpressionPtr &chosen = isTrue ? m_then : m_otherwise;
    Value value = chosen ? chosen->evaluate(interpreter) : interpreter.missingElse(offset());
    return interpreter.tagged(std::move(value), tags);
}

void ConditionalNode::bind(Binder &binder)
{
    binder.branches({[&] { m_condition->bind(binder); }, [&] { m_then->bind(binder); },
                     [&] {
                         if (m_otherwise)
                             m_otherwise->bind(binder);
                     }});
}

void ConditionalNode::eachChild(const NodeVisitor &visit) const
{
    visit(*m_condition);
    visit(*m_then);
    if (m_otherwise)
        visit(*m_otherwise);
}

} // namespace waymark::jinja
