#include "models/jinja/dialects/pythoncomplex.h"

#include "models/jinja/boundmethod.h"
#include "models/jinja/dialects/python.h"
#include "models/jinja/dialects/pythonarithmetic.h"

#include <QHashFunctions>

#include <cmath>
#include <optional>

namespace waymark::jinja {
namespace {

using Complex = std::complex<double>;

Value complexValue(Complex number)
{
    return {Reference<Object>(make<ComplexObject>(number))};
}

/// A part as repr() has it: a whole number without ".0".
QString partText(double part)
{
    QString text = python::floatText(part);
    if (text.endsWith(u".0"))
        text.chop(2);
    return text;
}

/// Nothing: it is no number.
std::optional<Complex> asComplex(const Value &value)
{
    if (const auto *complex = value.as<ComplexObject>())
        return complex->number();
    return value.isNumber() || value.isIntegral() ? std::optional(Complex(value.toDouble()))
                                                  : std::nullopt;
}

Value conjugated(Call &call)
{
    return complexValue(std::conj(call[0].as<ComplexObject>()->number()));
}

// The steps are those of CPython's Objects/complexobject.c: others round in another way.

Complex product(Complex a, Complex b)
{
    return {(a.real() * b.real()) - (a.imag() * b.imag()),
            (a.real() * b.imag()) + (a.imag() * b.real())};
}

Complex quotient(Runtime &runtime, Complex a, Complex b, const char *divisionByZero)
{
    if (std::abs(b.real()) >= std::abs(b.imag())) {
        if (b.real() == 0)
            python::failDivision(runtime, divisionByZero);
        const double ratio = b.imag() / b.real();
        const double divisor = b.real() + (b.imag() * ratio);
        return {(a.real() + (a.imag() * ratio)) / divisor,
                (a.imag() - (a.real() * ratio)) / divisor};
    }
    const double ratio = b.real() / b.imag();
    const double divisor = (b.real() * ratio) + b.imag();
    return {((a.real() * ratio) + a.imag()) / divisor, ((a.imag() * ratio) - a.real()) / divisor};
}

constexpr const char *noPowerOfZero = "0.0 to a negative or complex power";

Complex wholePower(Runtime &runtime, Complex base, int exponent)
{
    Complex result = 1;
    Complex power = base;
    const int times = std::abs(exponent);
    for (int mask = 1; mask <= times; mask <<= 1) {
        if (times & mask)
            result = product(result, power);
        power = product(power, power);
    }
    return exponent > 0 ? result : quotient(runtime, 1, result, noPowerOfZero);
}

Complex anyPower(Runtime &runtime, Complex base, Complex exponent)
{
    if (exponent == 0.0)
        return 1;
    if (base == 0.0) {
        if (exponent.imag() != 0 || exponent.real() < 0)
            python::failDivision(runtime, noPowerOfZero);
        return 0;
    }
    const double size = std::hypot(base.real(), base.imag());
    const double angle = std::atan2(base.imag(), base.real());
    double length = std::pow(size, exponent.real());
    double phase = angle * exponent.real();
    if (exponent.imag() != 0) {
        length /= std::exp(angle * exponent.imag());
        phase += exponent.imag() * std::log(size);
    }
    return {length * std::cos(phase), length * std::sin(phase)};
}

Value raised(Runtime &runtime, Complex base, Complex exponent)
{
    constexpr double mostSteps = 100;
    const bool isWhole = exponent.imag() == 0 && std::floor(exponent.real()) == exponent.real()
        && std::abs(exponent.real()) <= mostSteps;
    const Complex result = isWhole ? wholePower(runtime, base, static_cast<int>(exponent.real()))
                                   : anyPower(runtime, base, exponent);
    if (std::isinf(result.real()) || std::isinf(result.imag()))
        runtime.fail(FailureKind::Overflow, QStringLiteral("complex exponentiation"));
    return complexValue(result);
}

constexpr FunctionRow complexRows[] = {
    {u"conjugate", "complex.conjugate(self)", conjugated},
};

} // namespace

QString ComplexObject::toText(Runtime & /*runtime*/) const
{
    if (m_number.real() == 0 && !std::signbit(m_number.real()))
        return partText(m_number.imag()) + u'j';
    const QString imaginary = partText(m_number.imag());
    const bool hasSign = imaginary.startsWith(u'-');
    return u'(' + partText(m_number.real()) + (hasSign ? QString() : QStringLiteral("+"))
        + imaginary + QStringLiteral("j)");
}

Value ComplexObject::attribute(Runtime & /*runtime*/, const QString &name)
{
    if (name == u"real")
        return m_number.real();
    if (name == u"imag")
        return m_number.imag();
    static const FunctionTable methods{std::span<const FunctionRow>(complexRows)};
    const Function *method = methods.find(name);
    return method
        ? Value(Reference<Object>(make<BoundMethod>(*method, Value(Reference<Object>(this)))))
        : Value();
}

bool ComplexObject::equals(const Object &other) const
{
    const auto *complex = dynamic_cast<const ComplexObject *>(&other);
    return complex && complex->m_number == m_number;
}

size_t ComplexObject::hash() const
{
    return qHashMulti(0, m_number.real(), m_number.imag());
}

namespace python {

Value complexPower(Runtime &runtime, double x, double y)
{
    return raised(runtime, x, y);
}

Value negatedComplex(const ComplexObject &complex)
{
    return complexValue(-complex.number());
}

Value ofComplex(Runtime &runtime, BinaryOperator op, const Value &a, const Value &b)
{
    if (!a.as<ComplexObject>() && !b.as<ComplexObject>())
        return {};
    const auto x = asComplex(a);
    const auto y = asComplex(b);
    if (!x || !y)
        return {};
    switch (op) {
    case BinaryOperator::Add:
        return complexValue(*x + *y);
    case BinaryOperator::Subtract:
        return complexValue(*x - *y);
    case BinaryOperator::Multiply:
        return complexValue(product(*x, *y));
    case BinaryOperator::Divide:
        return complexValue(quotient(runtime, *x, *y, "complex division by zero"));
    case BinaryOperator::Power:
        return raised(runtime, *x, *y);
    default:
        return {};
    }
}

} // namespace python
} // namespace waymark::jinja
