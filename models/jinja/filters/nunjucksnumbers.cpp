#include "models/jinja/filters/nunjucksfamilies.h"

#include "models/jinja/filters/nunjucksarguments.h"
#include "models/jinja/filters/nunjucksproperties.h"
#include "models/jinja/lexer.h"

#include <cmath>

namespace waymark::jinja {
namespace {

using javascript::number;
using javascript::toNumber;

Value abs(Call &call)
{
    return number(std::abs(toNumber(call.runtime(), call[0])));
}

QStringView withoutBlanks(QStringView text)
{
    while (!text.isEmpty() && isJavaScriptSpace(text.front()))
        text = text.sliced(1);
    return text;
}

/// parseFloat(): the longest number that `text` starts with.
double parseFloat(QStringView text)
{
    text = withoutBlanks(text);
    const bool isNegative = text.startsWith(u'-');
    const bool hasSign = isNegative || text.startsWith(u'+');
    if (text.sliced(hasSign ? 1 : 0).startsWith(u"Infinity"))
        return isNegative ? -HUGE_VAL : HUGE_VAL;
    const auto digitsFrom = [&](qsizetype at) {
        while (at < text.size() && text[at] >= u'0' && text[at] <= u'9')
            ++at;
        return at;
    };
    const qsizetype start = hasSign ? 1 : 0;
    qsizetype end = digitsFrom(start);
    qsizetype digits = end - start;
    if (end < text.size() && text[end] == u'.') {
        const qsizetype fraction = digitsFrom(end + 1);
        digits += fraction - end - 1;
        end = fraction;
    }
    if (digits == 0)
        return std::nan("");
    if (end < text.size() && (text[end] == u'e' || text[end] == u'E')) {
        const bool isSigned
            = end + 1 < text.size() && (text[end + 1] == u'+' || text[end + 1] == u'-');
        const qsizetype first = end + (isSigned ? 2 : 1);
        if (digitsFrom(first) > first)
            end = digitsFrom(first);
    }
    QStringView digitsText = text.first(end);
    if (digitsText.endsWith(u'.'))
        digitsText.chop(1);
    return digitsText.toDouble();
}

/// parseInt(): the longest integer in `base` that `text` starts with.
double parseInt(QStringView text, double wantedBase)
{
    text = withoutBlanks(text);
    const bool isNegative = text.startsWith(u'-');
    if (isNegative || text.startsWith(u'+'))
        text = text.sliced(1);
    auto base = std::isfinite(wantedBase)
        ? static_cast<int>(std::fmod(std::trunc(wantedBase), 4294967296.0))
        : 0;
    const bool isHex = text.startsWith(u"0x") || text.startsWith(u"0X");
    if (isHex && (base == 0 || base == 16)) {
        text = text.sliced(2);
        base = 16;
    }
    if (base == 0)
        base = 10;
    if (base < 2 || base > 36)
        return std::nan("");
    qsizetype length = 0;
    for (; length < text.size(); ++length) {
        const char16_t c = text[length].toLower().unicode();
        const int digit = c >= u'0' && c <= u'9' ? c - u'0'
            : c >= u'a' && c <= u'z'             ? c - u'a' + 10
                                                 : 99;
        if (digit >= base)
            break;
    }
    const auto integer = Integer::parse(text.first(length).toLatin1(), base);
    if (!integer)
        return std::nan("");
    return isNegative ? -integer->toDouble() : integer->toDouble();
}

Value float_(Call &call)
{
    const double value = parseFloat(call.text(0));
    return std::isnan(value) ? call[1] : number(value);
}

Value int_(Call &call)
{
    const double base = call[2].isUndefined() ? 10 : toNumber(call.runtime(), call[2]);
    const double value = parseInt(call.text(0), base);
    return std::isnan(value) ? call[1] : number(value);
}

/// Math.round(): halves go up.
double roundedUp(double value)
{
    const double floor = std::floor(value);
    return value - floor >= 0.5 ? floor + 1 : floor;
}

Value round(Call &call)
{
    const double precision = numberOr(call, 1, 0);
    const double factor = std::pow(10, precision);
    const double scaled = toNumber(call.runtime(), call[0]) * factor;
    const QString method = call[2].isText() ? call[2].text() : QString();
    const double rounded = method == u"ceil" ? std::ceil(scaled)
        : method == u"floor"                 ? std::floor(scaled)
                                             : roundedUp(scaled);
    return number(rounded / factor);
}

Value sum(Call &call)
{
    Runtime &runtime = call.runtime();
    Value total = 0;
    const bool hasAttribute = call.truthy(1);
    const std::vector<Value> items = !hasAttribute ? onlyArray(call, 0, "reduce")
        : isNothing(call[0])                       ? std::vector<Value>()
                                                   : elements(call, 0);
    for (const Value &item : items) {
        if (hasAttribute && (item.isUndefined() || item.isNone()))
            runtime.fail(FailureKind::Type,
                         QStringLiteral("Cannot read properties of %1").arg(runtime.text(item)));
        total = runtime.add(total, hasAttribute ? runtime.item(item, call[1]) : item);
    }
    return runtime.add(call[2].isUndefined() ? Value(0) : call[2], total);
}

constexpr FunctionRow rows[] = {
    {u"abs", "abs(val)", abs},
    {u"float", "float(val, def)", float_},
    {u"int", "int(value, default, base, **kwargs)", int_},
    {u"round", "round(val, precision, method)", round},
    {u"sum", "sum(arr, attr, start)", sum},
};

} // namespace

std::span<const FunctionRow> nunjucksNumberFilters()
{
    return rows;
}

} // namespace waymark::jinja
