#include "models/jinja/dialects/fixedfloat.h"

#include <QtTypes>

#include <charconv>
#include <cmath>

namespace waymark::jinja {
namespace {

/// The same of what has three decimals at most; null for all else. No two decimals of 15 digits
/// read back as one float, so the one that does is the shortest.
char *writeFewDecimals(double value, char *out)
{
    constexpr double fifteenDigits = 1e15;
    constexpr qint64 scales[] = {1, 10, 100, 1000};
    for (const qint64 scale : scales) {
        const double scaled = value * static_cast<double>(scale);
        if (scaled >= fifteenDigits)
            return nullptr;
        const auto digits = qint64(std::llround(scaled));
        if (static_cast<double>(digits) / static_cast<double>(scale) != value)
            continue;
        char *end = std::to_chars(out, out + longestFloat, digits / scale).ptr;
        qint64 rest = digits % scale;
        if (scale > 1)
            *end++ = '.';
        for (qint64 place = scale / 10; place > 0; place /= 10) {
            *end++ = static_cast<char>('0' + rest / place);
            rest %= place;
        }
        return end;
    }
    return nullptr;
}

} // namespace

char *writeFixed(double value, char *out)
{
    if (std::signbit(value))
        *out++ = '-';
    const double size = std::abs(value);
    if (char *end = writeFewDecimals(size, out))
        return end;
    return std::to_chars(out, out + longestFloat - 1, size, std::chars_format::fixed).ptr;
}

} // namespace waymark::jinja
