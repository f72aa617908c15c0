#pragma once

#include "models/jinja/operators.h"
#include "models/jinja/value.h"

namespace waymark::jinja {

/// `a` op `b` of integers that lie in place; Missing where that is none up to `largest`, either
/// sign, or where the operator is not so simple.
[[nodiscard]] inline Value ofSmall(BinaryOperator op, qint64 a, qint64 b, qint64 largest)
{
    qint64 result = 0;
    bool isLarge = false;
    switch (op) {
    case BinaryOperator::Add:
        isLarge = __builtin_add_overflow(a, b, &result);
        break;
    case BinaryOperator::Subtract:
        isLarge = __builtin_sub_overflow(a, b, &result);
        break;
    case BinaryOperator::Multiply:
        isLarge = __builtin_mul_overflow(a, b, &result);
        break;
    case BinaryOperator::Less:
        return a < b;
    case BinaryOperator::LessOrEqual:
        return a <= b;
    case BinaryOperator::Greater:
        return a > b;
    case BinaryOperator::GreaterOrEqual:
        return a >= b;
    case BinaryOperator::Equal:
    case BinaryOperator::StrictEqual:
        return a == b;
    case BinaryOperator::NotEqual:
    case BinaryOperator::StrictNotEqual:
        return a != b;
    default:
        return {};
    }
    return isLarge || result > largest || result < -largest ? Value() : Value(result);
}

} // namespace waymark::jinja
