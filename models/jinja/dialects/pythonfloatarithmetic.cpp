#include "models/jinja/dialects/pythonarithmetic.h"

#include "models/jinja/dialects/pythoncomplex.h"

#include <cmath>

namespace waymark::jinja::python {
namespace {

/// Python's % of floats: the sign of the divisor.
double floatModulo(double x, double y)
{
    const double remainder = std::fmod(x, y);
    if (remainder != 0 && (remainder < 0) != (y < 0))
        return remainder + y;
    return remainder == 0 ? std::copysign(0.0, y) : remainder;
}

double floatFloorDivision(double x, double y)
{
    const double modulo = floatModulo(x, y);
    const double quotient = (x - modulo) / y;
    const double floor = std::floor(quotient);
    if (quotient == 0)
        return std::copysign(0.0, x / y);
    return quotient - floor > 0.5 ? floor + 1 : floor;
}

Value floatPower(Runtime &runtime, double x, double y)
{
    if (x == 0 && y < 0)
        failDivision(runtime, "0.0 cannot be raised to a negative power");
    if (x < 0 && std::floor(y) != y && std::isfinite(x) && std::isfinite(y))
        return complexPower(runtime, x, y);
    const double result = std::pow(x, y);
    if (std::isinf(result) && std::isfinite(x) && std::isfinite(y))
        runtime.fail(FailureKind::Overflow,
                     QStringLiteral("(34, 'Numerical result out of range')"));
    return result;
}

double asFloat(Runtime &runtime, const Value &value)
{
    const double number = value.toDouble();
    if (std::isinf(number) && !value.is(Value::Type::Float))
        runtime.fail(FailureKind::Overflow, QStringLiteral("int too large to convert to float"));
    return number;
}

} // namespace

Value ofFloats(Runtime &runtime, BinaryOperator op, const Value &a, const Value &b)
{
    const double x = asFloat(runtime, a);
    const double y = asFloat(runtime, b);
    switch (op) {
    case BinaryOperator::Add:
        return x + y;
    case BinaryOperator::Subtract:
        return x - y;
    case BinaryOperator::Multiply:
        return x * y;
    case BinaryOperator::Divide:
        if (y == 0)
            failDivision(runtime, "float division by zero");
        return x / y;
    case BinaryOperator::FloorDivide:
        if (y == 0)
            failDivision(runtime, "float floor division by zero");
        return floatFloorDivision(x, y);
    case BinaryOperator::Modulo:
        if (y == 0)
            failDivision(runtime, "float modulo");
        return floatModulo(x, y);
    default:
        return floatPower(runtime, x, y);
    }
}

} // namespace waymark::jinja::python
