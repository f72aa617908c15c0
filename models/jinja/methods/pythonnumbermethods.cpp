#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythonfamilies.h"

#include <bit>
#include <cmath>

namespace waymark::jinja {
namespace {

Value bitLength(Call &call)
{
    noArguments(call);
    return {call[0].toInteger().bits()};
}

Value bitCount(Call &call)
{
    noArguments(call);
    const QByteArray bits = call[0].toInteger().toByteArray(2);
    return {static_cast<qint64>(bits.count('1'))};
}

Value integerRatio(Call &call)
{
    noArguments(call);
    return tupleOf({Value(call[0].toInteger()), Value(1)});
}

/// The number itself, a truth as a number.
Value conjugate(Call &call)
{
    noArguments(call);
    return call[0].is(Value::Type::Float) ? call[0] : Value(call[0].toInteger());
}

Value isInteger(Call &call)
{
    noArguments(call);
    return {std::isfinite(call[0].real()) && std::trunc(call[0].real()) == call[0].real()};
}

Value floatRatio(Call &call)
{
    noArguments(call);
    const double value = call[0].real();
    if (std::isinf(value))
        call.runtime().fail(FailureKind::Overflow,
                            QStringLiteral("cannot convert Infinity to integer ratio"));
    if (std::isnan(value))
        call.runtime().fail(FailureKind::Value,
                            QStringLiteral("cannot convert NaN to integer ratio"));
    int exponent = 0;
    double fraction = std::frexp(value, &exponent);
    for (; std::trunc(fraction) != fraction; --exponent)
        fraction *= 2;
    const Integer numerator = *Integer::truncated(fraction);
    const Integer one = 1;
    if (exponent >= 0)
        return tupleOf({Value(numerator.shiftedLeft(static_cast<quint32>(exponent))), Value(one)});
    return tupleOf({Value(numerator), Value(one.shiftedLeft(static_cast<quint32>(-exponent)))});
}

Value hexadecimal(Call &call)
{
    noArguments(call);
    const double value = call[0].real();
    if (!std::isfinite(value))
        return {call.text(0)};
    const QString sign = std::signbit(value) ? QStringLiteral("-") : QString();
    if (value == 0)
        return {sign + QStringLiteral("0x0.0p+0")};
    const auto bits = std::bit_cast<quint64>(std::abs(value));
    const int biased = static_cast<int>(bits >> 52);
    const quint64 fraction = bits & ((quint64(1) << 52) - 1);
    const int exponent = (biased == 0 ? 1 : biased) - 1023;
    const QString digits = QString::number(fraction, 16).rightJustified(13, u'0');
    return {sign
            + QStringLiteral("0x%1.%2p%3%4")
                  .arg(QChar(biased == 0 ? u'0' : u'1'))
                  .arg(digits, exponent < 0 ? QString() : QStringLiteral("+"))
                  .arg(exponent)};
}

constexpr FunctionRow intRows[] = {
    {u"as_integer_ratio", "int.as_integer_ratio(self, *args, **kwargs)", integerRatio},
    {u"bit_count", "int.bit_count(self, *args, **kwargs)", bitCount},
    {u"bit_length", "int.bit_length(self, *args, **kwargs)", bitLength},
    {u"conjugate", "int.conjugate(self, *args, **kwargs)", conjugate},
};
constexpr FunctionRow floatRows[] = {
    {u"as_integer_ratio", "float.as_integer_ratio(self, *args, **kwargs)", floatRatio},
    {u"conjugate", "float.conjugate(self, *args, **kwargs)", conjugate},
    {u"hex", "float.hex(self, *args, **kwargs)", hexadecimal},
    {u"is_integer", "float.is_integer(self, *args, **kwargs)", isInteger},
};

} // namespace

std::span<const FunctionRow> pythonIntMethods()
{
    return intRows;
}
std::span<const FunctionRow> pythonFloatMethods()
{
    return floatRows;
}

} // namespace waymark::jinja
