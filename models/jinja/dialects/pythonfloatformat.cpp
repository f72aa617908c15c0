#include "models/jinja/dialects/pythonnumbertext.h"

#include "models/jinja/dialects/pythonfloat.h"
#include "models/jinja/methods/pythonnumbers.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace waymark::jinja {
namespace {

/// Whether the digits of `text`, its exponent apart, are all zeros.
bool isZeroText(const QByteArray &text)
{
    return std::ranges::all_of(text.first(text.indexOf('e') < 0 ? text.size() : text.indexOf('e')),
                               [](char c) { return c == '0' || c == '.'; });
}

NumberText floatText(double value, const FormatSpec &spec)
{
    FloatLayout layout{.type = 'f',
                       .precision = spec.precision < 0 ? 6 : int(spec.precision),
                       .keepsPoint = spec.isAlternate};
    const char32_t lower = spec.type | 0x20;
    if (spec.type == 0)
        layout = {.type = 'r', .precision = int(spec.precision), .keepsPoint = spec.isAlternate};
    else if (lower == U'e' || lower == U'g')
        layout.type = static_cast<char>(lower);
    else if (spec.type == U'n')
        layout.type = 'g';
    QByteArray text = floatDigits(spec.type == U'%' ? value * 100 : value, layout);
    const bool hasDigits = std::isfinite(value);
    const bool isZero = hasDigits && isZeroText(text);
    if (spec.type == U'E' || spec.type == U'F' || spec.type == U'G')
        text = text.toUpper();
    if (spec.type == U'%')
        text += '%';
    qsizetype whole = 0;
    while (hasDigits && whole < text.size() && text[whole] >= '0' && text[whole] <= '9')
        ++whole;
    return {.isNegative
            = std::signbit(value) && !std::isnan(value) && !(spec.coercesZero && isZero),
            .digits = QString::fromLatin1(text.first(whole)),
            .rest = QString::fromLatin1(text.sliced(whole))};
}

} // namespace

QString formattedFloat(Runtime &runtime, const Value &value, const FormatSpec &spec)
{
    constexpr QStringView types = u"eEfFgGn%";
    if (spec.type != 0 && (spec.type > 0x7f || !types.contains(QChar(char16_t(spec.type)))))
        failFormatCode(runtime, spec, value);
    if (spec.precision > std::numeric_limits<int>::max())
        runtime.fail(FailureKind::Value, QStringLiteral("precision too big"));
    runtime.chargeText(std::max<qint64>(spec.precision, 0));
    return laidOut(runtime, spec, floatText(asDouble(runtime, value), spec));
}

} // namespace waymark::jinja
