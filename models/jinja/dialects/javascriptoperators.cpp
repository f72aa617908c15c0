#include "models/jinja/dialects/javascript.h"

#include "models/jinja/dialects/ordering.h"

#include <cmath>

namespace waymark::jinja::javascript {
namespace {

bool isPrimitive(const Value &value)
{
    return value.type() <= Value::Type::Text && !value.isMarkup();
}

Value added(Runtime &runtime, const Value &a, const Value &b)
{
    if (a.is(Value::Type::Int) && b.is(Value::Type::Int))
        return number(static_cast<double>(a.integer()) + static_cast<double>(b.integer()));
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

/// A comparison of two primitives as `a < b`, and whether it is defined (no NaN).
struct Order
{
    bool isKnown = true;
    int sign = 0;
};

Order orderOf(Runtime &runtime, const Value &a, const Value &b)
{
    const Value left = toPrimitive(runtime, a);
    const Value right = toPrimitive(runtime, b);
    if (left.isText() && right.isText())
        return {true, left.text().compare(right.text())};
    const double x = toNumber(runtime, left);
    const double y = toNumber(runtime, right);
    if (std::isnan(x) || std::isnan(y))
        return {false, 0};
    return {true, x < y ? -1 : x > y ? 1 : 0};
}

} // namespace

Value toPrimitive(Runtime &runtime, const Value &value)
{
    if (isPrimitive(value))
        return value;
    return {toText(runtime, value)};
}

bool strictlyEqual(Runtime & /*runtime*/, const Value &a, const Value &b)
{
    if (isNumber(a) && isNumber(b))
        return a.toDouble() == b.toDouble();
    if (a.isMarkup() || b.isMarkup())
        return false; // SafeStrings are objects, each a new one
    return a.isSame(b);
}

bool looselyEqual(Runtime &runtime, const Value &a, const Value &b)
{
    const auto isNothing = [](const Value &value) { return value.isUndefined() || value.isNone(); };
    if (isNothing(a) || isNothing(b))
        return isNothing(a) && isNothing(b);
    if (isPrimitive(a) != isPrimitive(b))
        return looselyEqual(runtime, toPrimitive(runtime, a), toPrimitive(runtime, b));
    if (typeOf(a) == typeOf(b))
        return strictlyEqual(runtime, a, b);
    return toNumber(runtime, a) == toNumber(runtime, b);
}

bool compare(Runtime &runtime, Comparison how, const Value &a, const Value &b)
{
    const Order order = orderOf(runtime, a, b);
    if (!order.isKnown)
        return false;
    switch (how) {
    case Comparison::Less:
        return order.sign < 0;
    case Comparison::LessOrEqual:
        return order.sign <= 0;
    case Comparison::Greater:
        return order.sign > 0;
    case Comparison::GreaterOrEqual:
        return order.sign >= 0;
    }
    Q_UNREACHABLE_RETURN(false);
}

bool contains(Runtime &runtime, const Value &container, const Value &value)
{
    if (container.isSequence()) {
        for (const Value &item : container.items().items) {
            runtime.charge(1);
            if (strictlyEqual(runtime, item, value))
                return true;
        }
        return false;
    }
    if (container.isText() && !container.isMarkup())
        return container.text().contains(toText(runtime, value));
    if (isObject(container)) {
        const Value map = plain(container);
        return map.dict().find(toText(runtime, value)) != nullptr;
    }
    runtime.fail(
        FailureKind::Type,
        QStringLiteral("Cannot use \"in\" operator to search for \"%1\" in unexpected types.")
            .arg(toText(runtime, value)));
}

Value binary(Runtime &runtime, BinaryOperator op, const Value &a, const Value &b)
{
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
