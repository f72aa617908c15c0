#pragma once

#include <QByteArray>

namespace waymark::jinja {

/// How a float is written by a format; types and rules are those of Python's "Format Specification
/// Mini-Language". All digits are exact, ties go to the even one.
struct FloatLayout
{
    char type
        = 'f'; ///< e, f or g; 'r': as repr(), with `precision` digits where that is not negative.
    int precision = 6;
    bool keepsPoint = false; ///< "#": a point even without digits behind it, zeros with g.
};
/// `value` without its sign, in lower case; "inf" and "nan" too.
[[nodiscard]] QByteArray floatDigits(double value, FloatLayout layout);

} // namespace waymark::jinja
