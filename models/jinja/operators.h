#pragma once

#include <QtTypes>

namespace waymark::jinja {

enum class BinaryOperator : quint8 {
    Add,
    Subtract,
    Multiply,
    Divide,
    FloorDivide,
    Modulo,
    Power,
    Equal,
    NotEqual,
    StrictEqual, ///< Nunjucks' ===.
    StrictNotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    NotIn,
    Concatenate, ///< ~
    And, ///< These two do not come to the dialect: their right side may not run.
    Or,
};

enum class UnaryOperator : quint8 { Negate, Plus, Not };

} // namespace waymark::jinja
