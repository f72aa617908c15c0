#pragma once

#include "models/jinja/operators.h"
#include "models/jinja/runtime.h"

namespace waymark::jinja::python {

// Arithmetic of Python 3, by what is calculated with.

/// Of two that are integral.
[[nodiscard]] Value ofIntegers(Runtime &runtime, BinaryOperator op, const Value &a, const Value &b);
/// Of two numbers, one of them a float.
[[nodiscard]] Value ofFloats(Runtime &runtime, BinaryOperator op, const Value &a, const Value &b);
/// a + b and a * b of texts, lists and tuples.
[[nodiscard]] Value concatenated(Runtime &runtime, const Value &a, const Value &b);
[[nodiscard]] Value repeated(Runtime &runtime, const Value &a, const Value &b);

[[noreturn]] void failOperands(Runtime &runtime, BinaryOperator op, const Value &a, const Value &b);
[[noreturn]] void failDivision(Runtime &runtime, const char *message);

} // namespace waymark::jinja::python
