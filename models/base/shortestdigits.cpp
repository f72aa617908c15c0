#include "models/base/json.h"

#include <array>
#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark {

QByteArray shortestDigits(double value)
{
    if (value == 0)
        return "0"_ba;
    if (!std::isfinite(value))
        return std::isnan(value) ? "NaN"_ba : value < 0 ? "-Infinity"_ba : "Infinity"_ba;

    // "d.ddde±xx", the shortest that reads back; what follows is ECMA-262, Number::toString.
    std::array<char, 32> buffer;
    const auto end = std::to_chars(buffer.begin(), buffer.end(), std::abs(value),
                                   std::chars_format::scientific);
    const QByteArrayView scientific(buffer.data(), end.ptr - buffer.data());
    const qsizetype e = scientific.indexOf('e');
    const int point = scientific.sliced(e + 1).toInt() + 1; // digits before the point
    QByteArray digits = scientific.first(e).toByteArray().replace(".", "");
    const qsizetype count = digits.size();
    const QByteArray sign = value < 0 ? "-"_ba : ""_ba;

    if (point > 21 || point < -5) {
        const QByteArray exponent = (point > 0 ? "+" : "") + QByteArray::number(point - 1);
        return sign + (count > 1 ? digits.insert(1, '.') : digits) + 'e' + exponent;
    }
    if (point <= 0)
        return sign + "0." + QByteArray(-point, '0') + digits;
    if (count <= point)
        return sign + digits.leftJustified(point, '0');
    return sign + digits.insert(point, '.');
}

} // namespace waymark
