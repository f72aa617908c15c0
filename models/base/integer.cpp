#include "models/base/integer.h"

#include "models/base/integermaths.h"

#include <bit>
#include <cmath>
#include <limits>

namespace waymark {
namespace {

/// -1 for what is no digit below 36.
int digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
}

} // namespace

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
    GmpNumber number;
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
    GmpNumber number;
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
    GmpNumber top;
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

} // namespace waymark
