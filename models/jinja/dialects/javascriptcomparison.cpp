#include "models/jinja/dialects/javascript.h"

#include <cmath>

namespace waymark::jinja::javascript {
namespace {

bool isPrimitive(const Value &value)
{
    return value.type() <= Value::Type::Text && !value.isMarkup();
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
    if (a.isText() && b.isText() && !a.isMarkup() && !b.isMarkup())
        return a.text() == b.text();
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

} // namespace waymark::jinja::javascript
