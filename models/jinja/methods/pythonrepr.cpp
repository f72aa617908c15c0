#include "models/jinja/methods/pythonrepr.h"

#include "models/jinja/methods/pythoncharacters.h"

namespace waymark::jinja {
namespace {

QString escapedPoint(char32_t c)
{
    const bool isLong = c > 0xffff;
    const int digits = isLong ? 8 : c > 0xff ? 4 : 2;
    const QString letter = isLong ? QStringLiteral("\\U")
        : c > 0xff                ? QStringLiteral("\\u")
                                  : QStringLiteral("\\x");
    return letter + QString::number(c, 16).rightJustified(digits, u'0');
}

} // namespace

QString asciiOnly(QStringView text)
{
    QString result;
    for (const char32_t c : CodePoints(text))
        result += c < 0x80 ? codePointText(c) : escapedPoint(c);
    return result;
}

} // namespace waymark::jinja
