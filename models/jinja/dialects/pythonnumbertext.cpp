#include "models/jinja/dialects/pythonnumbertext.h"

#include "models/jinja/dialects/pythonformat.h"
#include "models/jinja/methods/pythoncharacters.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

QString filling(Runtime &runtime, qint64 count, char32_t fill)
{
    if (count <= 0)
        return {};
    runtime.chargeText(count);
    return codePointText(fill).repeated(count);
}

/// `digits` with separators in groups of `size`, and zeros before them up to `width` together.
QString grouped(Runtime &runtime, const QString &digits, QChar separator, qint64 size, qint64 width)
{
    const auto separators = [&](qint64 count) { return count > 0 ? (count - 1) / size : 0; };
    qint64 count = digits.size();
    if (width > count + separators(count)) {
        runtime.chargeText(width);
        count = std::max(count, width - width / (size + 1) - 1);
        while (count + separators(count) < width)
            ++count;
    }
    QString result = digits.rightJustified(count, u'0');
    for (qint64 at = count - size; at > 0; at -= size)
        result.insert(at, separator);
    return result;
}

} // namespace

QString laidOut(Runtime &runtime, const FormatSpec &spec, const NumberText &number)
{
    QString sign = number.isNegative             ? QStringLiteral("-")
        : spec.sign == U'+' || spec.sign == U' ' ? codePointText(spec.sign)
                                                 : QString();
    sign += number.prefix;
    const bool isZeroFilled = spec.fill == U'0' && spec.align == U'=';
    const qint64 room = isZeroFilled ? spec.width - sign.size() - number.rest.size() : 0;
    const bool isBinary
        = spec.type == U'b' || spec.type == U'o' || spec.type == U'x' || spec.type == U'X';
    QString digits = number.digits;
    if (spec.grouping)
        digits = grouped(runtime, digits, QChar(char16_t(spec.grouping)), isBinary ? 4 : 3, room);
    else
        digits = filling(runtime, room - codePointCount(digits), U'0') + digits;
    const QString text = digits + number.rest;
    if (spec.align == U'=' && !isZeroFilled)
        return sign + filling(runtime, spec.width - sign.size() - codePointCount(text), spec.fill)
            + text;
    return pythonAligned(runtime, sign + text, spec.width, spec.align ? spec.align : U'>',
                         spec.fill);
}

QString pythonAligned(Runtime &runtime, const QString &text, qint64 width, char32_t align,
                      char32_t fill)
{
    const qint64 missing = width - codePointCount(text);
    if (missing <= 0)
        return text;
    const qint64 left = align == U'<' ? 0 : align == U'^' ? missing / 2 : missing;
    return filling(runtime, left, fill) + text + filling(runtime, missing - left, fill);
}

} // namespace waymark::jinja
