#pragma once

#include "models/jinja/ast.h"

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

} // namespace waymark::jinja
