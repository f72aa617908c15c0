#include "models/base/integer.h"

#include <QHashFunctions>

#include <gmp.h>

#include <bit>
#include <cmath>
#include <limits>

namespace waymark {
namespace {

constexpr double twoTo63 = 9223372036854775808.0;
constexpr int smallBits = 63; // what fits into a qint64 beside its sign

quint64 magnitude(qint64 value)
{
    return value < 0 ? 0 - static_cast<quint64>(value) : static_cast<quint64>(value);
}

/// A GMP number that is freed with its scope.
class Number
{
public:
    Number() { mpz_init(m_value); }
    explicit Number(qint64 value)
        : Number()
    {
        const quint64 bits = magnitude(value);
        mpz_import(m_value, 1, 1, sizeof bits, 0, 0, &bits);
        if (value < 0)
            mpz_neg(m_value, m_value);
    }
    Number(Number &&other) noexcept
        : Number()
    {
        mpz_swap(m_value, other.m_value);
    }
    Number &operator=(Number &&) = delete;
    ~Number() { mpz_clear(m_value); }

    [[nodiscard]] mpz_ptr z() { return m_value; }
    [[nodiscard]] mpz_srcptr z() const { return m_value; }

private:
    mpz_t m_value;
};

/// -1 for what is no digit below 36.
int digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
}

std::strong_ordering ordering(int comparison)
{
    return comparison <=> 0;
}

} // namespace

struct Integer::Big
{
    Number number;
};

/// What is done where 64 bits do not suffice.
struct IntegerMaths
{
    using Operation = void (*)(mpz_ptr, mpz_srcptr, mpz_srcptr);

    static Integer integer(Number number)
    {
        const bool isNegative = mpz_sgn(number.z()) < 0;
        const quint64 most = (quint64(1) << smallBits) - (isNegative ? 0 : 1);
        quint64 bits = 0;
        if (mpz_sizeinbase(number.z(), 2) <= 64)
            mpz_export(&bits, nullptr, 1, sizeof bits, 0, 0, number.z());
        if (mpz_sizeinbase(number.z(), 2) > 64 || bits > most)
            return Integer(std::make_shared<const Integer::Big>(std::move(number)));
        return static_cast<qint64>(isNegative ? 0 - bits : bits);
    }

    template<typename Function>
    static auto with(const Integer &value, Function function)
    {
        if (value.m_big)
            return function(value.m_big->number.z());
        const Number number(value.m_small);
        return function(number.z());
    }

    static Integer apply(Operation operation, const Integer &a, const Integer &b)
    {
        Number result;
        with(a, [&](mpz_srcptr x) { with(b, [&](mpz_srcptr y) { operation(result.z(), x, y); }); });
        return integer(std::move(result));
    }
};

std::optional<Integer> Integer::parse(QByteArrayView digits, int base)
{
    const bool negative = digits.startsWith('-');
    if (negative || digits.startsWith('+'))
        digits = digits.sliced(1);
    if (digits.isEmpty())
        return {};
    qint64 small = 0; // below zero, where one more value fits
    bool fits = true;
    for (const char c : digits) {
        const int digit = digitOf(c);
        if (digit < 0 || digit >= base)
            return {};
        fits = fits && !__builtin_mul_overflow(small, base, &small)
            && !__builtin_sub_overflow(small, digit, &small);
    }
    if (fits && (negative || small != std::numeric_limits<qint64>::min()))
        return negative ? small : -small;
    Number number;
    mpz_set_str(number.z(), digits.toByteArray().constData(), base);
    if (negative)
        mpz_neg(number.z(), number.z());
    return IntegerMaths::integer(std::move(number));
}

std::optional<Integer> Integer::truncated(double value)
{
    if (!std::isfinite(value))
        return {};
    if (std::abs(value) < twoTo63)
        return static_cast<qint64>(value);
    Number number;
    mpz_set_d(number.z(), value);
    return IntegerMaths::integer(std::move(number));
}

std::optional<qint64> Integer::toInt64() const
{
    if (!m_big)
        return m_small;
    return {};
}

double Integer::toDouble() const
{
    if (!m_big)
        return static_cast<double>(m_small);
    // The upper 64 bits, the lowest of them telling whether anything is below: one rounding.
    mpz_srcptr z = m_big->number.z();
    const auto below = static_cast<mp_bitcnt_t>(std::max<qint64>(bits() - 64, 0));
    Number top;
    mpz_tdiv_q_2exp(top.z(), z, below);
    quint64 upper = 0;
    mpz_export(&upper, nullptr, 1, sizeof upper, 0, 0, top.z());
    if (mpz_scan1(z, 0) < below)
        upper |= 1;
    const int exponent = static_cast<int>(std::min<mp_bitcnt_t>(below, 4096));
    return sign() * std::ldexp(static_cast<double>(upper), exponent);
}

QByteArray Integer::toByteArray(int base) const
{
    if (!m_big) {
        const QByteArray digits = QByteArray::number(magnitude(m_small), base);
        return m_small < 0 ? '-' + digits : digits;
    }
    mpz_srcptr z = m_big->number.z();
    QByteArray text(static_cast<qsizetype>(mpz_sizeinbase(z, base)) + 2, Qt::Uninitialized);
    mpz_get_str(text.data(), base, z);
    text.truncate(static_cast<qsizetype>(qstrlen(text.constData())));
    return text;
}

int Integer::sign() const
{
    return m_big ? mpz_sgn(m_big->number.z()) : (m_small > 0) - (m_small < 0);
}

qint64 Integer::bits() const
{
    if (m_big)
        return static_cast<qint64>(mpz_sizeinbase(m_big->number.z(), 2));
    return 64 - std::countl_zero(magnitude(m_small));
}

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
    if (base.bits() * static_cast<qint64>(exponent) <= smallBits) {
        qint64 result = 1;
        for (quint32 i = 0; i < exponent; ++i)
            result *= base.m_small;
        return result;
    }
    Number result;
    IntegerMaths::with(base, [&](mpz_srcptr z) { mpz_pow_ui(result.z(), z, exponent); });
    return IntegerMaths::integer(std::move(result));
}

Integer Integer::shiftedLeft(quint32 count) const
{
    if (isZero() || bits() + static_cast<qint64>(count) <= smallBits)
        return isZero() ? 0 : m_small * (qint64(1) << count);
    Number result;
    IntegerMaths::with(*this, [&](mpz_srcptr z) { mpz_mul_2exp(result.z(), z, count); });
    return IntegerMaths::integer(std::move(result));
}

Integer Integer::shiftedRight(quint32 count) const
{
    if (!m_big)
        return m_small >> std::min<quint32>(count, smallBits);
    Number result;
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
