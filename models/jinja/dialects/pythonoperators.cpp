#include "models/jinja/dialects/python.h"

#include "models/jinja/dialects/ordering.h"
#include "models/jinja/dialects/pythonarithmetic.h"
#include "models/jinja/dialects/pythoncomplex.h"
#include "models/jinja/dialects/smallintegers.h"
#include "models/jinja/extensions/pathobject.h"
#include "models/jinja/function.h"
#include "models/jinja/methods/pythonbytes.h"
#include "models/jinja/methods/registry.h"

#include <limits>

namespace waymark::jinja::python {
namespace {

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

Value arithmetic(Runtime &runtime, BinaryOperator op, const Value &a, const Value &b)
{
    if (a.isIntegral() && b.isIntegral())
        return ofIntegers(runtime, op, a, b);
    if (a.isNumber() && b.isNumber())
        return ofFloats(runtime, op, a, b);
    if (const Value complex = ofComplex(runtime, op, a, b); !complex.isMissing())
        return complex;
    if (op == BinaryOperator::Add)
        return concatenated(runtime, a, b);
    if (op == BinaryOperator::Multiply)
        return repeated(runtime, a, b);
    if (op == BinaryOperator::Divide) {
        if (const Value path = joinedPaths(a, b); !path.isMissing())
            return path;
    }
    const bool isFormat = op == BinaryOperator::Modulo && (a.isText() || a.as<BytesObject>());
    const Function *format = isFormat
        ? pythonMethods().find(a.isText() ? QStringLiteral("str") : QStringLiteral("bytes"),
                               QStringLiteral("__mod__"))
        : nullptr;
    if (!format)
        failOperands(runtime, op, a, b);
    const Value arguments[] = {a, b};
    return Call::run(runtime, *format, {arguments, {}});
}

} // namespace

void failOperands(Runtime &runtime, BinaryOperator op, const Value &a, const Value &b)
{
    for (const Value *undefined : {&a, &b}) {
        if (undefined->isUndefined())
            runtime.failUndefined(*undefined);
    }
    runtime.fail(FailureKind::Type,
                 QStringLiteral("unsupported operand type(s) for %1: '%2' and '%3'")
                     .arg(signOf(op), typeName(a), typeName(b)));
}

void failDivision(Runtime &runtime, const char *message)
{
    runtime.fail(FailureKind::Division, QString::fromLatin1(message));
}

Value binary(Runtime &runtime, BinaryOperator op, const Value &a, const Value &b)
{
    if (a.is(Value::Type::Int) && b.is(Value::Type::Int)) {
        Value small = ofSmall(op, a.integer(), b.integer(), std::numeric_limits<qint64>::max());
        if (!small.isMissing())
            return small;
    }
    if (const auto ordering = orderingOf(op))
        return compare(runtime, *ordering, a, b);
    switch (op) {
    case BinaryOperator::Equal:
    case BinaryOperator::StrictEqual:
        return equal(runtime, a, b);
    case BinaryOperator::NotEqual:
    case BinaryOperator::StrictNotEqual:
        return !equal(runtime, a, b);
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
    if (const auto *complex = operand.as<ComplexObject>())
        return isNegation ? negatedComplex(*complex) : operand;
    if (operand.isUndefined())
        runtime.failUndefined(operand);
    runtime.fail(FailureKind::Type,
                 QStringLiteral("bad operand type for unary %1: '%2'")
                     .arg(QChar(isNegation ? u'-' : u'+'))
                     .arg(typeName(operand)));
}

} // namespace waymark::jinja::python
