#pragma once

namespace waymark::jinja {

/// Chars that any float takes: 17 digits, zeros before or behind them, a sign, an exponent.
inline constexpr int longestFloat = 40;

/// Writes the shortest digits that read back as `value`, without an exponent and without a point
/// where nothing is behind it, to `out`, which has room for longestFloat. Gives the end. Of 0, and
/// of what is from 1e-6 to 1e16, either sign.
[[nodiscard]] char *writeFixed(double value, char *out);

} // namespace waymark::jinja
