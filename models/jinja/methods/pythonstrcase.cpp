#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythoncharacters.h"
#include "models/jinja/methods/pythonfamilies.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

template<QString (*mapping)(QStringView)>
Value mapped(Call &call)
{
    noArguments(call);
    call.runtime().chargeText(call[0].text().size());
    return call.like(mapping(call[0].text()));
}

/// Whether there is a character and all of them belong.
template<bool (*belongs)(char32_t)>
Value allAre(Call &call)
{
    noArguments(call);
    const QString &text = call[0].text();
    call.runtime().chargeText(text.size());
    for (const char32_t c : CodePoints(text)) {
        if (!belongs(c))
            return {false};
    }
    return {!text.isEmpty()};
}

Value isAscii(Call &call)
{
    noArguments(call);
    return {std::ranges::all_of(call[0].text(), [](QChar c) { return c.unicode() < 0x80; })};
}

Value isPrintable(Call &call)
{
    noArguments(call);
    for (const char32_t c : CodePoints(call[0].text())) {
        if (!isPythonPrintable(c))
            return {false};
    }
    return {true};
}

Value isLower(Call &call)
{
    noArguments(call);
    return {isPythonLowerText(call[0].text())};
}

Value isUpper(Call &call)
{
    noArguments(call);
    return {isPythonUpperText(call[0].text())};
}

Value isTitle(Call &call)
{
    noArguments(call);
    bool isCased = false;
    bool isInWord = false;
    for (const char32_t c : CodePoints(call[0].text())) {
        const bool isBig = isPythonUpper(c) || isPythonTitle(c);
        const bool isSmall = isPythonLower(c);
        if (isBig ? isInWord : isSmall && !isInWord)
            return {false};
        isInWord = isBig || isSmall;
        isCased = isCased || isInWord;
    }
    return {isCased};
}

Value isIdentifier(Call &call)
{
    noArguments(call);
    bool isFirst = true;
    for (const char32_t c : CodePoints(call[0].text())) {
        const bool belongs = isFirst ? isPythonIdentifierStart(c) : isPythonIdentifierPart(c);
        if (!belongs)
            return {false};
        isFirst = false;
    }
    return {!isFirst};
}

constexpr FunctionRow rows[] = {
    {u"capitalize", "str.capitalize(self, *args, **kwargs)", mapped<pythonCapitalize>,
     Flow::Characters},
    {u"casefold", "str.casefold(self, *args, **kwargs)", mapped<pythonCasefold>, Flow::Characters},
    {u"isalnum", "str.isalnum(self, *args, **kwargs)", allAre<isPythonAlnum>},
    {u"isalpha", "str.isalpha(self, *args, **kwargs)", allAre<isPythonAlpha>},
    {u"isascii", "str.isascii(self, *args, **kwargs)", isAscii},
    {u"isdecimal", "str.isdecimal(self, *args, **kwargs)", allAre<isPythonDecimal>},
    {u"isdigit", "str.isdigit(self, *args, **kwargs)", allAre<isPythonDigit>},
    {u"isidentifier", "str.isidentifier(self, *args, **kwargs)", isIdentifier},
    {u"islower", "str.islower(self, *args, **kwargs)", isLower},
    {u"isnumeric", "str.isnumeric(self, *args, **kwargs)", allAre<isPythonNumeric>},
    {u"isprintable", "str.isprintable(self, *args, **kwargs)", isPrintable},
    {u"isspace", "str.isspace(self, *args, **kwargs)", allAre<isPythonSpace>},
    {u"istitle", "str.istitle(self, *args, **kwargs)", isTitle},
    {u"isupper", "str.isupper(self, *args, **kwargs)", isUpper},
    {u"lower", "str.lower(self, *args, **kwargs)", mapped<pythonLower>, Flow::Characters},
    {u"swapcase", "str.swapcase(self, *args, **kwargs)", mapped<pythonSwapcase>, Flow::Characters},
    {u"title", "str.title(self, *args, **kwargs)", mapped<pythonTitle>, Flow::Characters},
    {u"upper", "str.upper(self, *args, **kwargs)", mapped<pythonUpper>, Flow::Characters},
};

} // namespace

std::span<const FunctionRow> pythonCaseMethods()
{
    return rows;
}

} // namespace waymark::jinja
