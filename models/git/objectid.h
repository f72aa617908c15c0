#pragma once

#include <QByteArray>

#include <array>
#include <compare>
#include <optional>

namespace waymark::git {

/// The name of a git object: the SHA-1 of its content, as git computes it.
class ObjectId
{
public:
    static constexpr qsizetype size = 20; ///< Bytes; twice as many hexadecimal digits.

    ObjectId() = default; ///< All zero: no object has this name.
    /// Exactly 40 hexadecimal digits; empty for anything else.
    [[nodiscard]] static std::optional<ObjectId> parse(QByteArrayView hex);
    /// The `size` bytes at `bytes`.
    [[nodiscard]] static ObjectId fromRaw(const unsigned char *bytes);

    [[nodiscard]] QByteArray toHex() const; ///< 40 lower-case digits.
    [[nodiscard]] const unsigned char *raw() const { return m_bytes.data(); }
    [[nodiscard]] bool isNull() const { return *this == ObjectId(); }

    friend auto operator<=>(const ObjectId &, const ObjectId &) = default;
    friend size_t qHash(const ObjectId &id, size_t seed);

private:
    std::array<unsigned char, size> m_bytes = {};
};

} // namespace waymark::git
