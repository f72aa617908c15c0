#include "models/jinja/dialects/javascriptradix.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace waymark::jinja::javascript {
namespace {

QChar digitOf(int value)
{
    return QChar(value < 10 ? u'0' + value : u'a' + value - 10);
}

int valueOf(QChar digit)
{
    return digit > u'9' ? digit.unicode() - u'a' + 10 : digit.unicode() - u'0';
}

/// Rounds the digits of a fraction up; whether that makes a whole.
bool carries(QString &digits, int radix)
{
    while (!digits.isEmpty()) {
        const int digit = valueOf(digits.back());
        digits.chop(1);
        if (digit + 1 < radix) {
            digits += digitOf(digit + 1);
            return false;
        }
    }
    return true;
}

/// As many digits as it takes to tell `value` from its neighbours.
QString fractionDigits(double value, double &whole, int radix)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double fraction = value - whole;
    double delta = std::max(0.5 * (std::nextafter(value, infinity) - value),
                            std::numeric_limits<double>::denorm_min());
    QString digits;
    while (fraction >= delta) {
        fraction *= radix;
        delta *= radix;
        const int digit = static_cast<int>(fraction);
        digits += digitOf(digit);
        fraction -= digit;
        const bool roundsUp = fraction > 0.5 || (fraction == 0.5 && digit % 2 == 1);
        if (roundsUp && fraction + delta > 1) {
            whole += carries(digits, radix) ? 1 : 0;
            break;
        }
    }
    return digits;
}

/// Digits beyond the 53 bits of a number are zeros.
QString wholeDigits(double whole, int radix)
{
    QString digits;
    for (; whole >= 0x1p53; whole /= radix)
        digits.prepend(u'0');
    do {
        const double digit = std::fmod(whole, radix);
        digits.prepend(digitOf(static_cast<int>(digit)));
        whole = (whole - digit) / radix;
    } while (whole > 0);
    return digits;
}

} // namespace

QString inRadix(double value, int radix)
{
    const double magnitude = std::abs(value);
    double whole = std::floor(magnitude);
    const QString fraction = fractionDigits(magnitude, whole, radix);
    const QString digits
        = (value < 0 ? QStringLiteral("-") : QString()) + wholeDigits(whole, radix);
    return fraction.isEmpty() ? digits : digits + u'.' + fraction;
}

} // namespace waymark::jinja::javascript
