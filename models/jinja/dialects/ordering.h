#pragma once

#include "models/jinja/operators.h"
#include "models/jinja/runtime.h"

#include <optional>

namespace waymark::jinja {

/// The comparison that `op` asks for; nothing for an operator that asks for none.
[[nodiscard]] inline std::optional<Comparison> orderingOf(BinaryOperator op)
{
    switch (op) {
    case BinaryOperator::Less:
        return Comparison::Less;
    case BinaryOperator::LessOrEqual:
        return Comparison::LessOrEqual;
    case BinaryOperator::Greater:
        return Comparison::Greater;
    case BinaryOperator::GreaterOrEqual:
        return Comparison::GreaterOrEqual;
    default:
        return std::nullopt;
    }
}

} // namespace waymark::jinja
