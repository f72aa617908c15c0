#include "models/jinja/dialects/python.h"

#include "models/jinja/function.h"
#include "models/jinja/methods/registry.h"

#include <algorithm>
#include <cmath>

namespace waymark::jinja::python {
namespace {

constexpr qint64 mostBits = 4'000'000; // half a megabyte a number

QString signOf(BinaryOperator op)
{
    switch (op) {
    case BinaryOperator::Add:
        return QStringLiteral("+");
    case BinaryOperator::Subtract:
        return QStringLiteral("-");
    case BinaryOperator::Multiply:
        return QStringLiteral("*");
    case BinaryOperator::Divide:
        return QStringLiteral("/");
    case BinaryOperator::FloorDivide:
        return QStringLiteral("//");
    case BinaryOperator::Modulo:
        return QStringLiteral("%");
    default:
        return QStringLiteral("** or pow()");
    }
}

[[noreturn]] void failOperands(Runtime &runtime, BinaryOperator op, const Value &a, const Value &b)
{
    for (const Value *undefined : {&a, &b}) {
        if (undefined->isUndefined())
            runtime.failUndefined(*undefined);
    }
    runtime.fail(FailureKind::Type,
                 QStringLiteral("unsupported operand type(s) for %1: '%2' and '%3'")
                     .arg(signOf(op), typeName(a), typeName(b)));
}

void checkBits(Runtime &runtime, qint64 bits)
{
    if (bits > mostBits)
        runtime.fail(FailureKind::Limit,
                     QStringLiteral("an integer of more than %1 bits").arg(mostBits));
    runtime.charge(static_cast<quint64>(bits) / 64);
}

[[noreturn]] void failDivision(Runtime &runtime, const char *message)
{
    runtime.fail(FailureKind::Division, QString::fromLatin1(message));
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
    // A quotient of 66 bits or more, its last bit set where something was cut off, rounds as the whole does.
    const qint64 shift = 66 - a.bits() + b.bits();
    const Integer dividend = shift > 0 ? a.shiftedLeft(static_cast<quint32>(shift)) : a;
    const Integer divisor = shift < 0 ? b.shiftedLeft(static_cast<quint32>(-shift)) : b;
    Integer quotient = Integer::floorDivide(dividend, divisor).shiftedLeft(1);
    if (!Integer::floorModulo(dividend, divisor).isZero())
        quotient = quotient + Integer(1);
    const double result = std::ldexp(quotient.toDouble(), static_cast<int>(std::clamp<qint64>(-shift - 1, -5000, 5000)));
    if (std::isinf(result))
        runtime.fail(FailureKind::Overflow, QStringLiteral("integer division result too large for a float"));
    return result;
}

Value ofIntegers(Runtime &runtime, BinaryOperator op, const Value &a, const Value &b)
{
    const bool areSmall = !a.is(Value::Type::BigInt) && !b.is(Value::Type::BigInt);
    qint64 small = 0;
    if (areSmall) {
        const qint64 x = a.integer();
        const qint64 y = b.integer();
        if (op == BinaryOperator::Add && !__builtin_add_overflow(x, y, &small))
            return small;
        if (op == BinaryOperator::Subtract && !__builtin_sub_overflow(x, y, &small))
            return small;
        if (op == BinaryOperator::Multiply && !__builtin_mul_overflow(x, y, &small))
            return small;
    }
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
        runtime.fail(FailureKind::Value, QStringLiteral("the result is a complex number"));
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

Value added(Runtime &runtime, const Value &a, const Value &b)
{
    if (a.isText() && b.isText()) {
        const bool isMarkup = a.isMarkup() || b.isMarkup();
        QString text = isMarkup ? runtime.escaped(a).text() : a.text();
        const QString tail = isMarkup ? runtime.escaped(b).text() : b.text();
        runtime.chargeText(text.size() + tail.size());
        text += tail;
        return isMarkup ? Value::markup(std::move(text)) : Value(std::move(text));
    }
    if (a.isSequence() && a.type() == b.type()) {
        const auto &tail = b.items().items;
        auto all = make<ListData>(a.items().items);
        runtime.chargeItems(static_cast<qsizetype>(all->items.size() + tail.size()));
        all->items.insert(all->items.end(), tail.begin(), tail.end());
        return a.is(Value::Type::List) ? Value::list(all) : Value::tuple(all);
    }
    if ((a.isText() || a.isSequence()) && !b.isUndefined()) {
        const QString type = a.isText() ? QStringLiteral("str") : typeName(a);
        runtime.fail(
            FailureKind::Type,
            QStringLiteral("can only concatenate %1 (not \"%2\") to %1").arg(type, typeName(b)));
    }
    failOperands(runtime, BinaryOperator::Add, a, b);
}

Value repeated(Runtime &runtime, const Value &what, const Value &times)
{
    const auto small = times.toInteger().toInt64();
    const qint64 count
        = times.toInteger().sign() <= 0 ? 0 : small.value_or(std::numeric_limits<qint64>::max());
    const auto sizeOf = [&](qsizetype one) {
        qint64 size = 0;
        return __builtin_mul_overflow(one, count, &size) ? std::numeric_limits<qsizetype>::max()
                                                         : size;
    };
    if (what.isText()) {
        runtime.chargeText(sizeOf(what.text().size()));
        QString text = what.text().isEmpty() ? QString() : what.text().repeated(count);
        return what.isMarkup() ? Value::markup(std::move(text)) : Value(std::move(text));
    }
    const auto &items = what.items().items;
    runtime.chargeItems(sizeOf(static_cast<qsizetype>(items.size())));
    auto all = make<ListData>();
    for (qint64 i = 0; i < count && !items.empty(); ++i)
        all->items.insert(all->items.end(), items.begin(), items.end());
    return what.is(Value::Type::List) ? Value::list(all) : Value::tuple(all);
}

Value multiplied(Runtime &runtime, const Value &a, const Value &b)
{
    const auto repeats = [](const Value &value) { return value.isText() || value.isSequence(); };
    if (repeats(a) && b.isIntegral())
        return repeated(runtime, a, b);
    if (repeats(b) && a.isIntegral())
        return repeated(runtime, b, a);
    if ((repeats(a) && !b.isUndefined()) || (repeats(b) && !a.isUndefined())) {
        runtime.fail(FailureKind::Type,
                     QStringLiteral("can't multiply sequence by non-int of type '%1'")
                         .arg(typeName(repeats(a) ? b : a)));
    }
    failOperands(runtime, BinaryOperator::Multiply, a, b);
}

Value arithmetic(Runtime &runtime, BinaryOperator op, const Value &a, const Value &b)
{
    if (a.isIntegral() && b.isIntegral())
        return ofIntegers(runtime, op, a, b);
    if (a.isNumber() && b.isNumber())
        return ofFloats(runtime, op, a, b);
    if (op == BinaryOperator::Add)
        return added(runtime, a, b);
    if (op == BinaryOperator::Multiply)
        return multiplied(runtime, a, b);
    const Function *format = op == BinaryOperator::Modulo && a.isText()
        ? pythonMethods().find(QStringLiteral("str"), QStringLiteral("__mod__"))
        : nullptr;
    if (!format)
        failOperands(runtime, op, a, b);
    const Value arguments[] = {a, b};
    return Call::run(runtime, *format, {arguments, {}});
}

} // namespace

Value binary(Runtime &runtime, BinaryOperator op, const Value &a, const Value &b)
{
    switch (op) {
    case BinaryOperator::Equal:
    case BinaryOperator::StrictEqual:
        return equal(runtime, a, b);
    case BinaryOperator::NotEqual:
    case BinaryOperator::StrictNotEqual:
        return !equal(runtime, a, b);
    case BinaryOperator::Less:
        return compare(runtime, Comparison::Less, a, b);
    case BinaryOperator::LessOrEqual:
        return compare(runtime, Comparison::LessOrEqual, a, b);
    case BinaryOperator::Greater:
        return compare(runtime, Comparison::Greater, a, b);
    case BinaryOperator::GreaterOrEqual:
        return compare(runtime, Comparison::GreaterOrEqual, a, b);
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
    if (op == UnaryOperator::Not)
        return !truthy(runtime, operand);
    const bool isNegation = op == UnaryOperator::Negate;
    if (operand.is(Value::Type::Float))
        return isNegation ? -operand.real() : operand.real();
    if (operand.isIntegral())
        return isNegation ? Value(-operand.toInteger()) : Value(operand.toInteger());
    if (operand.isUndefined())
        runtime.failUndefined(operand);
    runtime.fail(FailureKind::Type,
                 QStringLiteral("bad operand type for unary %1: '%2'")
                     .arg(QChar(isNegation ? u'-' : u'+'))
                     .arg(typeName(operand)));
}

} // namespace waymark::jinja::python
