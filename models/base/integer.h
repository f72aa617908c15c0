#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <compare>
#include <memory>
#include <optional>

namespace waymark {

/// An integer of any size, as Python's: small ones are held in place, others by GMP, shared and
/// never changed. Limits of size are the caller's (see bits()).
class Integer
{
public:
    Integer() = default;
    Integer(qint64 value)
        : m_small(value)
    {
    } // NOLINT(google-explicit-constructor): a number is one
    /// `digits` in `base` (2 to 36), with an optional sign and nothing else; empty otherwise.
    [[nodiscard]] static std::optional<Integer> parse(QByteArrayView digits, int base = 10);
    /// `value` cut towards zero; empty for what is not finite.
    [[nodiscard]] static std::optional<Integer> truncated(double value);

    /// The value, where 64 bits hold it.
    [[nodiscard]] std::optional<qint64> toInt64() const;
    /// The nearest double, half to even, as Python's float(); infinite beyond its range.
    [[nodiscard]] double toDouble() const;
    [[nodiscard]] QByteArray toByteArray(int base = 10) const;
    [[nodiscard]] bool isZero() const { return !m_big && m_small == 0; }
    [[nodiscard]] int sign() const;
    /// Bits of the magnitude: 0 for 0, 1 for 1, 8 for 255.
    [[nodiscard]] qint64 bits() const;

    friend Integer operator+(const Integer &a, const Integer &b);
    friend Integer operator-(const Integer &a, const Integer &b);
    friend Integer operator*(const Integer &a, const Integer &b);
    Integer operator-() const;
    /// Rounded towards minus infinity, as Python's // and %. `b` is not 0.
    [[nodiscard]] static Integer floorDivide(const Integer &a, const Integer &b);
    [[nodiscard]] static Integer floorModulo(const Integer &a, const Integer &b);
    [[nodiscard]] static Integer power(const Integer &base, quint32 exponent);
    [[nodiscard]] Integer shiftedLeft(quint32 count) const;
    [[nodiscard]] Integer shiftedRight(quint32 count) const; ///< Towards minus infinity.

    friend bool operator==(const Integer &a, const Integer &b);
    friend std::strong_ordering operator<=>(const Integer &a, const Integer &b);
    /// Exact, as Python compares an int with a float. NaN is unordered.
    [[nodiscard]] std::partial_ordering compare(double other) const;
    friend size_t qHash(const Integer &value, size_t seed);

private:
    struct Big; // a GMP number outside the range of qint64
    explicit Integer(std::shared_ptr<const Big> big)
        : m_big(std::move(big))
    {
    }
    friend struct IntegerMaths;

    qint64 m_small = 0;
    std::shared_ptr<const Big> m_big;
};

} // namespace waymark
