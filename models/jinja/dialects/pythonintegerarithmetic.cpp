#include "models/jinja/dialects/pythonarithmetic.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace waymark::jinja::python {
namespace {

constexpr qint64 mostBits = 4'000'000; // half a megabyte a number

void checkBits(Runtime &runtime, qint64 bits)
{
    if (bits > mostBits)
        runtime.fail(FailureKind::Limit,
                     QStringLiteral("an integer of more than %1 bits").arg(mostBits),
                     QCoreApplication::translate("jinja", "Look for a power or a shift."));
    runtime.charge(static_cast<quint64>(bits) / 64);
}

Value power(Runtime &runtime, const Integer &base, const Integer &exponent)
{
    if (exponent.sign() < 0) {
        if (base.isZero())
            failDivision(runtime, "0.0 cannot be raised to a negative power");
        return std::pow(base.toDouble(), exponent.toDouble());
    }
    const auto count = exponent.toInt64();
    const bool isTrivial = base.bits() <= 1; // 0, 1 and -1 to whatever
    if (isTrivial) {
        const bool isOdd = !Integer::floorModulo(exponent, Integer(2)).isZero();
        return exponent.isZero() || (base.sign() < 0 && !isOdd) ? Value(1) : Value(base);
    }
    checkBits(runtime, count && *count <= mostBits ? base.bits() * *count : mostBits + 1);
    return Integer::power(base, static_cast<quint32>(*count));
}

/// int / int: rounded once, as CPython does.
Value trueDivision(Runtime &runtime, const Integer &a, const Integer &b)
{
    constexpr qint64 exactBits = 53;
    if (a.bits() <= exactBits && b.bits() <= exactBits)
        return a.toDouble() / b.toDouble();
    // A quotient of 66 bits or more, its last bit set where something was cut off, rounds as the
    // whole does.
    const qint64 shift = 66 - a.bits() + b.bits();
    const Integer dividend = shift > 0 ? a.shiftedLeft(static_cast<quint32>(shift)) : a;
    const Integer divisor = shift < 0 ? b.shiftedLeft(static_cast<quint32>(-shift)) : b;
    Integer quotient = Integer::floorDivide(dividend, divisor).shiftedLeft(1);
    if (!Integer::floorModulo(dividend, divisor).isZero())
        quotient = quotient + Integer(1);
    const double result = std::ldexp(quotient.toDouble(),
                                     static_cast<int>(std::clamp<qint64>(-shift - 1, -5000, 5000)));
    if (std::isinf(result))
        runtime.fail(FailureKind::Overflow,
                     QStringLiteral("integer division result too large for a float"));
    return result;
}

} // namespace

Value ofIntegers(Runtime &runtime, BinaryOperator op, const Value &a, const Value &b)
{
    const Integer x = a.toInteger();
    const Integer y = b.toInteger();
    switch (op) {
    case BinaryOperator::Add:
        return x + y;
    case BinaryOperator::Subtract:
        return x - y;
    case BinaryOperator::Multiply:
        checkBits(runtime, x.bits() + y.bits());
        return x * y;
    case BinaryOperator::Divide:
        if (y.isZero())
            failDivision(runtime, "division by zero");
        return trueDivision(runtime, x, y);
    case BinaryOperator::FloorDivide:
        if (y.isZero())
            failDivision(runtime, "integer division or modulo by zero");
        return Integer::floorDivide(x, y);
    case BinaryOperator::Modulo:
        if (y.isZero())
            failDivision(runtime, "integer modulo by zero");
        return Integer::floorModulo(x, y);
    default:
        return power(runtime, x, y);
    }
}

} // namespace waymark::jinja::python
