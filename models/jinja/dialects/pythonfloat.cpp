#include "models/jinja/dialects/pythonfloat.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace waymark::jinja {
namespace {

constexpr int longestFixed = 320; // digits before the point, the point, a sign

/// The digits of a number and the place of its point: 0.d₁d₂… × 10^point.
struct Decimal
{
    QByteArray digits;
    int point = 0;
};

QByteArray scientific(double value, int precision)
{
    QByteArray text(longestFixed + std::max(precision, 0), Qt::Uninitialized);
    const auto end = precision < 0
        ? std::to_chars(text.begin(), text.end(), value, std::chars_format::scientific).ptr
        : std::to_chars(text.begin(), text.end(), value, std::chars_format::scientific, precision)
              .ptr;
    text.truncate(end - text.cbegin());
    return text;
}

/// With `count` digits, or as many as are needed where that is negative.
Decimal decimalOf(double value, int count)
{
    const QByteArray text = scientific(value, count < 0 ? -1 : count - 1);
    const qsizetype e = text.indexOf('e');
    Decimal decimal{text.first(e), text.sliced(e + 1).toInt() + 1};
    decimal.digits.remove(1, 1);
    return decimal;
}

QByteArray exponentOf(int exponent)
{
    const QByteArray digits = QByteArray::number(std::abs(exponent)).rightJustified(2, '0');
    return QByteArray(exponent < 0 ? "e-" : "e+") + digits;
}

QByteArray withExponent(const Decimal &decimal, bool keepsPoint)
{
    QByteArray text = decimal.digits.first(1);
    if (decimal.digits.size() > 1 || keepsPoint)
        text += '.' + decimal.digits.sliced(1);
    return text + exponentOf(decimal.point - 1);
}

QByteArray withoutExponent(const Decimal &decimal, bool keepsPoint)
{
    QByteArray whole = decimal.point > 0
        ? decimal.digits.first(std::min<qsizetype>(decimal.point, decimal.digits.size()))
        : QByteArray("0");
    QByteArray fraction;
    if (decimal.point <= 0)
        fraction = QByteArray(-decimal.point, '0') + decimal.digits;
    else if (decimal.point < decimal.digits.size())
        fraction = decimal.digits.sliced(decimal.point);
    else
        whole += QByteArray(decimal.point - decimal.digits.size(), '0');
    return fraction.isEmpty() && !keepsPoint ? whole : whole + '.' + fraction;
}

void dropZeros(Decimal &decimal)
{
    while (decimal.digits.size() > 1 && decimal.digits.endsWith('0'))
        decimal.digits.chop(1);
}

QByteArray general(double value, FloatLayout layout)
{
    const int precision = std::max(layout.precision, 1);
    Decimal decimal
        = value == 0 ? Decimal{QByteArray(precision, '0'), 1} : decimalOf(value, precision);
    if (!layout.keepsPoint)
        dropZeros(decimal);
    // A float that shows that it is one has no room for as many digits before the point.
    const int mostWhole = layout.type == 'r' ? precision - 1 : precision;
    if (decimal.point <= -4 || decimal.point > mostWhole)
        return withExponent(decimal, layout.keepsPoint);
    const QByteArray text = withoutExponent(decimal, layout.keepsPoint);
    return layout.type == 'r' && !text.contains('.') ? text + ".0" : text;
}

QByteArray shortest(double value, bool keepsPoint)
{
    if (value >= 1e-4 && value < 1e16) { // the common way
        char text[32];
        const auto end
            = std::to_chars(std::begin(text), std::end(text), value, std::chars_format::fixed).ptr;
        const bool hasPoint = std::find(std::begin(text), end, '.') != end;
        const QByteArray digits(text, end - std::begin(text));
        return hasPoint ? digits : digits + ".0";
    }
    const Decimal decimal = value == 0 ? Decimal{"0", 1} : decimalOf(value, -1);
    if (decimal.point <= -4 || decimal.point > 16)
        return withExponent(decimal, keepsPoint);
    const QByteArray text = withoutExponent(decimal, false);
    return text.contains('.') ? text : text + ".0";
}

} // namespace

QByteArray floatDigits(double value, FloatLayout layout)
{
    if (std::isnan(value))
        return "nan";
    value = std::abs(value);
    if (std::isinf(value))
        return "inf";
    if (layout.type == 'r' && layout.precision < 0)
        return shortest(value, layout.keepsPoint);
    if (layout.type == 'g' || layout.type == 'r')
        return general(value, layout);
    if (layout.type == 'e') {
        QByteArray text = scientific(value, layout.precision);
        if (layout.precision == 0 && layout.keepsPoint)
            text.insert(1, '.');
        return text;
    }
    QByteArray text(longestFixed + layout.precision, Qt::Uninitialized);
    const auto end
        = std::to_chars(text.begin(), text.end(), value, std::chars_format::fixed, layout.precision)
              .ptr;
    text.truncate(end - text.cbegin());
    return layout.precision == 0 && layout.keepsPoint ? text + '.' : text;
}

} // namespace waymark::jinja
