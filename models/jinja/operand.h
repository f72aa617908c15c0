#pragma once

#include "models/jinja/ast.h"

#include <utility>

namespace waymark::jinja {

/// The value of an expression, without a copy where it lies already. Only for an operand that is
/// used before another node runs.
class Operand
{
public:
    Operand(Interpreter &interpreter, const ExpressionNode &expression)
        : m_value(expression.peek(interpreter))
    {
        if (!m_value) {
            m_own = expression.evaluate(interpreter);
            m_value = &m_own;
        }
    }
    Operand(const Operand &) = delete;
    Operand &operator=(const Operand &) = delete;
    const Value &operator*() const { return *m_value; }
    const Value *operator->() const { return m_value; }

private:
    Value m_own;
    const Value *m_value;
};

/// The values of two expressions, the left one first, without copies of those that lie already:
/// only what runs for the right one could change where the left one lies.
class Operands
{
public:
    Operands(Interpreter &interpreter, const ExpressionNode &left, const ExpressionNode &right)
        : m_left(left.peek(interpreter))
    {
        if (!m_left)
            keepLeft(left.evaluate(interpreter));
        m_right = right.peek(interpreter);
        if (m_right)
            return;
        if (m_left != &m_ownLeft)
            keepLeft(*m_left);
        m_ownRight = right.evaluate(interpreter);
        m_right = &m_ownRight;
    }
    Operands(const Operands &) = delete;
    Operands &operator=(const Operands &) = delete;
    [[nodiscard]] const Value &left() const { return *m_left; }
    [[nodiscard]] const Value &right() const { return *m_right; }

private:
    void keepLeft(Value value)
    {
        m_ownLeft = std::move(value);
        m_left = &m_ownLeft;
    }

    Value m_ownLeft;
    Value m_ownRight;
    const Value *m_left = nullptr;
    const Value *m_right = nullptr;
};

} // namespace waymark::jinja
