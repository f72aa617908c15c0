#include "models/jinja/methods/javascripttext.h"

#include "models/jinja/dialects/javascript.h"
#include "models/jinja/lexer.h"

namespace waymark::jinja::javascript {
namespace {

Value trim(Call &call)
{
    return trimmed(call[0].text());
}

Value trimStart(Call &call)
{
    QStringView text = call[0].text();
    while (!text.isEmpty() && isJavaScriptSpace(text.front()))
        text = text.sliced(1);
    return text.toString();
}

Value trimEnd(Call &call)
{
    QStringView text = call[0].text();
    while (!text.isEmpty() && isJavaScriptSpace(text.back()))
        text.chop(1);
    return text.toString();
}

Value padded(Call &call, bool atStart)
{
    const QString &text = call[0].text();
    const double wanted = integerArgument(call, 1, 0);
    const QString filler = call[2].isUndefined() ? QStringLiteral(" ") : call.text(2);
    const double missing = wanted - static_cast<double>(text.size());
    if (missing <= 0 || filler.isEmpty())
        return text;
    call.runtime().chargeText(wanted > 1e15 ? qsizetype(1e15) : static_cast<qsizetype>(wanted));
    const auto count = static_cast<qsizetype>(missing);
    const QString padding = filler.repeated(count / filler.size() + 1).first(count);
    return atStart ? padding + text : text + padding;
}

Value padStart(Call &call)
{
    return padded(call, true);
}
Value padEnd(Call &call)
{
    return padded(call, false);
}

Value repeat(Call &call)
{
    const double count = integerArgument(call, 1, 0);
    if (count < 0 || std::isinf(count))
        call.runtime().fail(FailureKind::Value,
                            QStringLiteral("Invalid count value: %1").arg(call.text(1)));
    const double size = count * static_cast<double>(call[0].text().size());
    call.runtime().chargeText(size > 1e15 ? qsizetype(1e15) : static_cast<qsizetype>(size));
    return call[0].text().isEmpty() ? QString()
                                    : call[0].text().repeated(static_cast<qsizetype>(count));
}

constexpr FunctionRow rows[] = {
    {u"padEnd", "padEnd(self, length, filler)", padEnd},
    {u"padStart", "padStart(self, length, filler)", padStart},
    {u"repeat", "repeat(self, count)", repeat},
    {u"trim", "trim(self)", trim, Flow::Lines},
    {u"trimEnd", "trimEnd(self)", trimEnd, Flow::Lines},
    {u"trimLeft", "trimLeft(self)", trimStart, Flow::Lines},
    {u"trimRight", "trimRight(self)", trimEnd, Flow::Lines},
    {u"trimStart", "trimStart(self)", trimStart, Flow::Lines},
};

} // namespace

std::span<const FunctionRow> stringSpacingMethods()
{
    return rows;
}

} // namespace waymark::jinja::javascript
