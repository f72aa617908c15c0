#include "models/jinja/operatornodes.h"

#include "models/jinja/binder.h"
#include "models/jinja/dialect.h"
#include "models/jinja/interpreter.h"
#include "models/jinja/operand.h"
#include "models/jinja/valuesize.h"

#include <QVarLengthArray>

namespace waymark::jinja {

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
    const Operands operands(interpreter, *m_left, *m_right);
    interpreter.at(offset());
    Value result
        = interpreter.dialect().binary(interpreter, m_operator, operands.left(), operands.right());
    if (hasSize(result))
        interpreter.chargeMade(result, itemsHeld(result));
    if (interpreter.isTracking())
        interpreter.tagResult(m_operator, result, operands.left(), operands.right());
    return result;
}

Value BinaryNode::evaluateLogical(Interpreter &interpreter) const
{
    Value left = m_left->evaluate(interpreter);
    if (interpreter.truthy(left) == (m_operator == BinaryOperator::Or))
        return left;
    if (!interpreter.isTracking())
        return m_right->evaluate(interpreter);
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
    if (m_rest.size() == 1)
        return evaluateOnly(interpreter, m_rest.front());
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

/// The common way, without copies.
Value ComparisonNode::evaluateOnly(Interpreter &interpreter, const Comparand &operand) const
{
    interpreter.charge(1);
    const Operands operands(interpreter, *m_first, *operand.right);
    interpreter.at(offset());
    Value result
        = interpreter.dialect().binary(interpreter, operand.op, operands.left(), operands.right());
    if (interpreter.isTracking())
        interpreter.tagResult(operand.op, result, operands.left(), operands.right());
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
    return interpreter.joined({values.data(), static_cast<size_t>(values.size())}, m_isPlain);
}

void ConcatenationNode::bind(Binder &binder)
{
    for (const ExpressionPtr &part : m_parts)
        part->bind(binder);
    m_isPlain = binder.joinsPlainly(*this);
}

void ConcatenationNode::eachChild(const NodeVisitor &visit) const
{
    for (const ExpressionPtr &part : m_parts)
        visit(*part);
}

const ExpressionNode *ConditionalNode::choose(Interpreter &interpreter, Tags &tags) const
{
    interpreter.charge(1);
    const Operand condition(interpreter, *m_condition);
    interpreter.at(m_condition->offset());
    const bool isTrue = interpreter.truthy(*condition);
    if (interpreter.isTracking())
        tags = interpreter.tagTable().asControl(interpreter.deepTags(*condition));
    return isTrue ? m_then.get() : m_otherwise.get();
}

Value ConditionalNode::evaluate(Interpreter &interpreter) const
{
    Tags tags = 0;
    const ExpressionNode *chosen = choose(interpreter, tags);
    Value value = chosen ? chosen->evaluate(interpreter) : interpreter.missingElse(offset());
    return interpreter.tagged(std::move(value), tags);
}

void ConditionalNode::print(Interpreter &interpreter) const
{
    Tags tags = 0;
    const ExpressionNode *chosen = choose(interpreter, tags);
    if (chosen && tags == 0)
        chosen->ExpressionNode::print(interpreter); // as a value, whatever it is
    else if (chosen)
        interpreter.print(interpreter.tagged(chosen->evaluate(interpreter), tags));
    else
        interpreter.print(interpreter.tagged(interpreter.missingElse(offset()), tags));
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
