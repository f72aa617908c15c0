#include "models/jinja/methods/javascripttext.h"

#include "models/jinja/dialects/javascript.h"

#include <algorithm>
#include <cmath>

namespace waymark::jinja::javascript {
namespace {

Value charAt(Call &call)
{
    const double index = integerArgument(call, 1, 0);
    const bool isInside = index >= 0 && index < static_cast<double>(call[0].text().size());
    return isInside ? QString(call[0].text()[static_cast<qsizetype>(index)]) : QString();
}

Value at(Call &call)
{
    const auto size = static_cast<double>(call[0].text().size());
    double index = integerArgument(call, 1, 0);
    if (index < 0)
        index += size;
    const bool isInside = index >= 0 && index < size;
    return isInside ? Value(QString(call[0].text()[static_cast<qsizetype>(index)]))
                    : Value::undefined();
}

Value charCodeAt(Call &call)
{
    const double index = integerArgument(call, 1, 0);
    const bool isInside = index >= 0 && index < static_cast<double>(call[0].text().size());
    return isInside
        ? Value(static_cast<qint64>(call[0].text()[static_cast<qsizetype>(index)].unicode()))
        : Value(std::nan(""));
}

Value codePointAt(Call &call)
{
    const QString &text = call[0].text();
    const double index = integerArgument(call, 1, 0);
    if (index < 0 || index >= static_cast<double>(text.size()))
        return Value::undefined();
    const auto i = static_cast<qsizetype>(index);
    const bool isPair
        = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
    return static_cast<qint64>(isPair ? QChar::surrogateToUcs4(text[i], text[i + 1])
                                      : text[i].unicode());
}

Value concat(Call &call)
{
    QString text = call[0].text();
    for (const Value &part : call.rest()) {
        text += call.runtime().text(part);
        call.runtime().chargeText(text.size());
    }
    return text;
}

Value slice(Call &call)
{
    const QString &text = call[0].text();
    const qsizetype start = relativeIndex(call, 1, text.size(), 0);
    const qsizetype end = relativeIndex(call, 2, text.size(), text.size());
    return start < end ? text.sliced(start, end - start) : QString();
}

Value substring(Call &call)
{
    const QString &text = call[0].text();
    const qsizetype from = clampedIndex(call, 1, text.size(), 0);
    const qsizetype to = clampedIndex(call, 2, text.size(), text.size());
    return text.sliced(std::min(from, to), std::abs(to - from));
}

Value substr(Call &call)
{
    const QString &text = call[0].text();
    const qsizetype start = relativeIndex(call, 1, text.size(), 0);
    return text.sliced(start, clampedIndex(call, 2, text.size() - start, text.size() - start));
}

constexpr FunctionRow rows[] = {
    {u"at", "at(self, index)", at},
    {u"charAt", "charAt(self, index)", charAt},
    {u"charCodeAt", "charCodeAt(self, index)", charCodeAt},
    {u"codePointAt", "codePointAt(self, index)", codePointAt},
    {u"concat", "concat(self, *parts)", concat},
    {u"slice", "slice(self, start, end)", slice},
    {u"substr", "substr(self, start, length)", substr},
    {u"substring", "substring(self, start, end)", substring},
};

} // namespace

std::span<const FunctionRow> stringMethods()
{
    return rows;
}

} // namespace waymark::jinja::javascript
