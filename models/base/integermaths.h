#pragma once

#include "models/base/integer.h"

#include <gmp.h>

#include <memory>
#include <utility>

namespace waymark {

/// `value` without its sign.
inline quint64 magnitude(qint64 value)
{
    return value < 0 ? 0 - static_cast<quint64>(value) : static_cast<quint64>(value);
}

/// A GMP number that is freed with its scope.
class GmpNumber
{
public:
    GmpNumber() { mpz_init(m_value); }
    explicit GmpNumber(qint64 value)
        : GmpNumber()
    {
        const quint64 bits = magnitude(value);
        mpz_import(m_value, 1, 1, sizeof bits, 0, 0, &bits);
        if (value < 0)
            mpz_neg(m_value, m_value);
    }
    GmpNumber(GmpNumber &&other) noexcept
        : GmpNumber()
    {
        mpz_swap(m_value, other.m_value);
    }
    GmpNumber &operator=(GmpNumber &&) = delete;
    ~GmpNumber() { mpz_clear(m_value); }

    [[nodiscard]] mpz_ptr z() { return m_value; }
    [[nodiscard]] mpz_srcptr z() const { return m_value; }

private:
    mpz_t m_value;
};

inline constexpr double twoTo63 = 9223372036854775808.0;
inline constexpr int integerBits = 63; // what fits into a qint64 beside its sign

struct Integer::Big
{
    GmpNumber number;
};

/// What is done where 64 bits do not suffice.
struct IntegerMaths
{
    using Operation = void (*)(mpz_ptr, mpz_srcptr, mpz_srcptr);

    static Integer integer(GmpNumber number)
    {
        const bool isNegative = mpz_sgn(number.z()) < 0;
        const quint64 most = (quint64(1) << integerBits) - (isNegative ? 0 : 1);
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
        const GmpNumber number(value.m_small);
        return function(number.z());
    }

    static Integer apply(Operation operation, const Integer &a, const Integer &b)
    {
        GmpNumber result;
        with(a, [&](mpz_srcptr x) { with(b, [&](mpz_srcptr y) { operation(result.z(), x, y); }); });
        return integer(std::move(result));
    }
};

} // namespace waymark
