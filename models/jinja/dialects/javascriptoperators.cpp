#include "models/jinja/dialects/javascript.h"

#include "models/jinja/dialects/ordering.h"
#include "models/jinja/dialects/smallintegers.h"

#include <cmath>

namespace waymark::jinja::javascript {
namespace {

constexpr qint64 largestInPlace = qint64(1) << 53; // above, not all integers are numbers

Value added(Runtime &runtime, const Value &a, const Value &b)
{
    const Value left = toPrimitive(runtime, a);
    const Value right = toPrimitive(runtime, b);
    if (!left.isText() && !right.isText())
        return number(toNumber(runtime, left) + toNumber(runtime, right));
    QString text = runtime.text(left);
    const QString tail = runtime.text(right);
    runtime.chargeText(text.size() + tail.size());
    text += tail;
    return text;
}

/// JavaScript's %: the sign of the dividend.
Value remainder(double a, double b)
{
    return number(std::fmod(a, b));
}

Value arithmetic(Runtime &runtime, BinaryOperator op, const Value &left, const Value &right)
{
    const double a = toNumber(runtime, left);
    const double b = toNumber(runtime, right);
    switch (op) {
    case BinaryOperator::Subtract:
        return number(a - b);
    case BinaryOperator::Multiply:
        return number(a * b);
    case BinaryOperator::Divide:
        return number(a / b);
    case BinaryOperator::FloorDivide:
        return number(std::floor(a / b));
    case BinaryOperator::Modulo:
        return remainder(a, b);
    default: {
        // Math.pow: not C's where 1 meets infinity or NaN.
        const bool isUnknown = std::isnan(b) || (std::abs(a) == 1 && std::isinf(b));
        return isUnknown ? number(std::nan("")) : number(std::pow(a, b));
    }
    }
}

} // namespace

Value binary(Runtime &runtime, BinaryOperator op, const Value &a, const Value &b)
{
    const bool mayBeNegativeZero = op == BinaryOperator::Multiply;
    if (a.is(Value::Type::Int) && b.is(Value::Type::Int)) {
        Value small = ofSmall(op, a.integer(), b.integer(), largestInPlace);
        if (!small.isMissing() && !(mayBeNegativeZero && small.integer() == 0))
            return small;
    }
    if (const auto ordering = orderingOf(op))
        return compare(runtime, *ordering, a, b);
    switch (op) {
    case BinaryOperator::Add:
        return added(runtime, a, b);
    case BinaryOperator::Concatenate:
        return added(runtime, added(runtime, a, Value(QString())), b);
    case BinaryOperator::Equal:
        return looselyEqual(runtime, a, b);
    case BinaryOperator::NotEqual:
        return !looselyEqual(runtime, a, b);
    case BinaryOperator::StrictEqual:
        return strictlyEqual(runtime, a, b);
    case BinaryOperator::StrictNotEqual:
        return !strictlyEqual(runtime, a, b);
    case BinaryOperator::In:
        return contains(runtime, b, a);
    case BinaryOperator::NotIn:
        return !contains(runtime, b, a);
    default:
        return arithmetic(runtime, op, a, b);
    }
}

Value unary(Runtime &runtime, UnaryOperator op, const Value &operand)
{
    switch (op) {
    case UnaryOperator::Not:
        return !truthy(runtime, operand);
    case UnaryOperator::Negate:
        return number(-toNumber(runtime, operand));
    case UnaryOperator::Plus:
        return number(toNumber(runtime, operand));
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace waymark::jinja::javascript
