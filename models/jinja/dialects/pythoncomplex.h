#pragma once

#include "models/jinja/object.h"
#include "models/jinja/operators.h"

#include <complex>

namespace waymark::jinja {

/// Python's complex: what a negative number gives to the power of a fraction.
class ComplexObject final : public Object
{
public:
    explicit ComplexObject(std::complex<double> number)
        : m_number(number)
    {
    }
    [[nodiscard]] std::complex<double> number() const { return m_number; }
    [[nodiscard]] QString typeName() const override { return QStringLiteral("complex"); }
    [[nodiscard]] QString toText(Runtime &runtime) const override;
    [[nodiscard]] bool isTrue() const override { return m_number != 0.0; }
    [[nodiscard]] Value attribute(Runtime &runtime, const QString &name) override;
    [[nodiscard]] bool equals(const Object &other) const override;
    [[nodiscard]] size_t hash() const override;

private:
    std::complex<double> m_number;
};

namespace python {

/// x ** y of a negative number and a fraction.
[[nodiscard]] Value complexPower(Runtime &runtime, double x, double y);
[[nodiscard]] Value negatedComplex(const ComplexObject &complex);
/// `a op b` where one of them is complex and the other one a number too; else Missing.
[[nodiscard]] Value ofComplex(Runtime &runtime, BinaryOperator op, const Value &a, const Value &b);

} // namespace python
} // namespace waymark::jinja
