#include "models/jinja/dialects/codepoints.h"
#include "models/jinja/methods/pythoncharacters.h"

#include <unicode/uchar.h>
#include <unicode/ustring.h>

namespace waymark::jinja {
namespace {

using Mapping = int32_t (*)(UChar *, int32_t, const UChar *, int32_t, UErrorCode *);

QString mapped(QStringView text, Mapping mapping)
{
    const auto length = static_cast<int32_t>(text.size());
    QString result(text.size() + 8, Qt::Uninitialized);
    for (int i = 0; i < 2; ++i) {
        UErrorCode status = U_ZERO_ERROR;
        auto *data = reinterpret_cast<UChar *>(result.data());
        const auto *source = reinterpret_cast<const UChar *>(text.utf16());
        const int32_t needed
            = mapping(data, static_cast<int32_t>(result.size()), source, length, &status);
        result.resize(needed);
        if (status != U_BUFFER_OVERFLOW_ERROR)
            break;
    }
    return result;
}

int32_t lowerMapping(UChar *to, int32_t room, const UChar *from, int32_t length, UErrorCode *status)
{
    return u_strToLower(to, room, from, length, "", status);
}
int32_t upperMapping(UChar *to, int32_t room, const UChar *from, int32_t length, UErrorCode *status)
{
    return u_strToUpper(to, room, from, length, "", status);
}
int32_t titleMapping(UChar *to, int32_t room, const UChar *from, int32_t length, UErrorCode *status)
{
    return u_strToTitle(to, room, from, length, nullptr, "", status);
}
int32_t foldMapping(UChar *to, int32_t room, const UChar *from, int32_t length, UErrorCode *status)
{
    return u_strFoldCase(to, room, from, length, U_FOLD_CASE_DEFAULT, status);
}

/// One code point as the start of a word.
QString titled(char32_t c)
{
    const QString text = codePointText(c);
    if (c < 0x80)
        return text.toUpper();
    const QString upper = mapped(text, upperMapping);
    if (codePointCount(upper) == 1)
        return codePointText(static_cast<char32_t>(u_totitle(static_cast<UChar32>(c))));
    return mapped(text, titleMapping);
}

bool isCased(char32_t c)
{
    return isPythonLower(c) || isPythonUpper(c) || isPythonTitle(c);
}

/// Whether there is a letter of that case, and none of another.
bool isAllOf(QStringView text, bool (*belongs)(char32_t), bool (*isForeign)(char32_t))
{
    bool isCased = false;
    for (const char32_t c : CodePoints(text)) {
        if (isForeign(c) || isPythonTitle(c))
            return false;
        isCased = isCased || belongs(c);
    }
    return isCased;
}

} // namespace

bool isPythonLowerText(QStringView text)
{
    return isAllOf(text, isPythonLower, isPythonUpper);
}

bool isPythonUpperText(QStringView text)
{
    return isAllOf(text, isPythonUpper, isPythonLower);
}

QString pythonLower(QStringView text)
{
    const QString ascii = movedAscii(text, u'A', u'a' - u'A');
    return ascii.isNull() ? mapped(text, lowerMapping) : ascii;
}

QString pythonUpper(QStringView text)
{
    const QString ascii = movedAscii(text, u'a', u'A' - u'a');
    return ascii.isNull() ? mapped(text, upperMapping) : ascii;
}

QString pythonTitle(QStringView text)
{
    const QString lower = pythonLower(text);
    const bool isParallel = codePointCount(lower) == codePointCount(text);
    QString result;
    bool isInWord = false;
    auto lowered = CodePoints(lower).begin();
    for (const char32_t c : CodePoints(text)) {
        result += !isInWord
            ? titled(c)
            : codePointText(isParallel ? *lowered
                                       : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
        isInWord = isCased(c);
        if (isParallel)
            ++lowered;
    }
    return result;
}

QString pythonCapitalize(QStringView text)
{
    if (text.isEmpty())
        return {};
    const QString lower = pythonLower(text);
    const qsizetype first = pythonLower(text.first(unitOf(text, 1))).size();
    return titled(*CodePoints(text).begin()) + lower.sliced(first);
}

QString pythonCasefold(QStringView text)
{
    return mapped(text, foldMapping);
}

QString pythonSwapcase(QStringView text)
{
    QString result;
    for (const char32_t c : CodePoints(text)) {
        const QString one = codePointText(c);
        result += isPythonUpper(c) ? pythonLower(one) : isPythonLower(c) ? pythonUpper(one) : one;
    }
    return result;
}

} // namespace waymark::jinja
