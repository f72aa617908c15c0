#include "models/jinja/methods/javascripttext.h"

#include "models/jinja/dialects/codepoints.h"
#include "models/jinja/dialects/javascript.h"
#include "models/jinja/lexer.h"

#include <algorithm>
#include <cmath>

namespace waymark::jinja::javascript {

QString toLowerCase(const QString &text)
{
    const QString ascii = movedAscii(text, u'A', u'a' - u'A');
    return ascii.isNull() ? text.toLower() : ascii;
}

QString toUpperCase(const QString &text)
{
    const QString ascii = movedAscii(text, u'a', u'A' - u'a');
    return ascii.isNull() ? text.toUpper() : ascii;
}

QString trimmed(QStringView text)
{
    while (!text.isEmpty() && isJavaScriptSpace(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isJavaScriptSpace(text.back()))
        text.chop(1);
    return text.toString();
}

double integerArgument(Call &call, size_t i, double fallback)
{
    if (call[i].isUndefined())
        return fallback;
    const double number = toNumber(call.runtime(), call[i]);
    return std::isnan(number) ? 0 : std::trunc(number);
}

qsizetype relativeIndex(Call &call, size_t i, qsizetype size, qsizetype fallback)
{
    const auto limit = static_cast<double>(size);
    const double index = integerArgument(call, i, static_cast<double>(fallback));
    return static_cast<qsizetype>(index < 0 ? std::max(index + limit, 0.0)
                                            : std::min(index, limit));
}

qsizetype clampedIndex(Call &call, size_t i, qsizetype size, qsizetype fallback)
{
    const double index = integerArgument(call, i, static_cast<double>(fallback));
    return static_cast<qsizetype>(std::clamp(index, 0.0, static_cast<double>(size)));
}

} // namespace waymark::jinja::javascript
