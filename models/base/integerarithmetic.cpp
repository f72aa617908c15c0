#include "models/base/integer.h"

#include "models/base/integermaths.h"

#include <QHashFunctions>

#include <cmath>
#include <limits>

namespace waymark {
namespace {

std::strong_ordering ordering(int comparison)
{
    return comparison <=> 0;
}

} // namespace

Integer operator+(const Integer &a, const Integer &b)
{
    qint64 sum = 0;
    if (!a.m_big && !b.m_big && !__builtin_add_overflow(a.m_small, b.m_small, &sum))
        return sum;
    return IntegerMaths::apply(mpz_add, a, b);
}

Integer operator-(const Integer &a, const Integer &b)
{
    qint64 difference = 0;
    if (!a.m_big && !b.m_big && !__builtin_sub_overflow(a.m_small, b.m_small, &difference))
        return difference;
    return IntegerMaths::apply(mpz_sub, a, b);
}

Integer operator*(const Integer &a, const Integer &b)
{
    qint64 product = 0;
    if (!a.m_big && !b.m_big && !__builtin_mul_overflow(a.m_small, b.m_small, &product))
        return product;
    return IntegerMaths::apply(mpz_mul, a, b);
}

Integer Integer::operator-() const
{
    return Integer(0) - *this;
}

Integer Integer::floorDivide(const Integer &a, const Integer &b)
{
    Q_ASSERT(!b.isZero());
    if (a.m_big || b.m_big || b.m_small == -1) // the least qint64 by -1 has no room
        return IntegerMaths::apply(mpz_fdiv_q, a, b);
    const qint64 rest = a.m_small % b.m_small;
    const bool above = rest != 0 && (rest < 0) != (b.m_small < 0);
    return a.m_small / b.m_small - (above ? 1 : 0);
}

Integer Integer::floorModulo(const Integer &a, const Integer &b)
{
    Q_ASSERT(!b.isZero());
    if (a.m_big || b.m_big || b.m_small == -1)
        return IntegerMaths::apply(mpz_fdiv_r, a, b);
    const qint64 rest = a.m_small % b.m_small;
    return rest != 0 && (rest < 0) != (b.m_small < 0) ? rest + b.m_small : rest;
}

Integer Integer::power(const Integer &base, quint32 exponent)
{
    if (!base.m_big && magnitude(base.m_small) <= 1)
        return base.m_small < 0 && exponent % 2 == 0 ? 1 : exponent == 0 ? 1 : base.m_small;
    if (base.bits() * static_cast<qint64>(exponent) <= integerBits) {
        qint64 result = 1;
        for (quint32 i = 0; i < exponent; ++i)
            result *= base.m_small;
        return result;
    }
    GmpNumber result;
    IntegerMaths::with(base, [&](mpz_srcptr z) { mpz_pow_ui(result.z(), z, exponent); });
    return IntegerMaths::integer(std::move(result));
}

Integer Integer::shiftedLeft(quint32 count) const
{
    if (isZero() || bits() + static_cast<qint64>(count) <= integerBits)
        return isZero() ? 0 : m_small * (qint64(1) << count);
    GmpNumber result;
    IntegerMaths::with(*this, [&](mpz_srcptr z) { mpz_mul_2exp(result.z(), z, count); });
    return IntegerMaths::integer(std::move(result));
}

Integer Integer::shiftedRight(quint32 count) const
{
    if (!m_big)
        return m_small >> std::min<quint32>(count, integerBits);
    GmpNumber result;
    mpz_fdiv_q_2exp(result.z(), m_big->number.z(), count);
    return IntegerMaths::integer(std::move(result));
}

bool operator==(const Integer &a, const Integer &b)
{
    return (a <=> b) == 0;
}

std::strong_ordering operator<=>(const Integer &a, const Integer &b)
{
    if (!a.m_big && !b.m_big)
        return a.m_small <=> b.m_small;
    if (a.m_big && b.m_big)
        return ordering(mpz_cmp(a.m_big->number.z(), b.m_big->number.z()));
    return a.m_big ? ordering(a.sign()) : ordering(-b.sign()); // the big one is further out
}

std::partial_ordering Integer::compare(double other) const
{
    if (std::isnan(other))
        return std::partial_ordering::unordered;
    if (std::isinf(other))
        return other > 0 ? std::partial_ordering::less : std::partial_ordering::greater;
    if (m_big)
        return ordering(mpz_cmp_d(m_big->number.z(), other));
    if (std::abs(other) >= twoTo63 && other != -twoTo63)
        return other > 0 ? std::partial_ordering::less : std::partial_ordering::greater;
    const auto whole = static_cast<qint64>(other);
    if (m_small != whole)
        return m_small <=> whole;
    return 0.0 <=> other - std::trunc(other);
}

size_t qHash(const Integer &value, size_t seed)
{
    if (!value.m_big)
        return ::qHash(value.m_small, seed);
    mpz_srcptr z = value.m_big->number.z();
    const size_t hash = qHashBits(mpz_limbs_read(z), mpz_size(z) * sizeof(mp_limb_t), seed);
    return mpz_sgn(z) < 0 ? ~hash : hash;
}

} // namespace waymark
