#include "models/jinja/methods/pythoncharacters.h"

#include <QList>

#include <algorithm>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

namespace waymark::jinja {
namespace {

UChar32 point(char32_t c)
{
    return static_cast<UChar32>(c);
}

bool isOfCategory(char32_t c, quint32 mask)
{
    return U_GET_GC_MASK(point(c)) & mask;
}

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
        return codePointText(static_cast<char32_t>(u_totitle(point(c))));
    return mapped(text, titleMapping);
}

bool isCased(char32_t c)
{
    return isPythonLower(c) || isPythonUpper(c) || isPythonTitle(c);
}

} // namespace

bool isPythonSpace(char32_t c)
{
    if (c < 0x80)
        return c == U' ' || (c >= 0x09 && c <= 0x0d) || (c >= 0x1c && c <= 0x1f);
    return c == 0x85 || isOfCategory(c, U_GC_Z_MASK);
}

bool isPythonAlpha(char32_t c)
{
    return isOfCategory(c, U_GC_L_MASK);
}

bool isPythonDecimal(char32_t c)
{
    return isOfCategory(c, U_GC_ND_MASK);
}

bool isPythonDigit(char32_t c)
{
    const int kind = u_getIntPropertyValue(point(c), UCHAR_NUMERIC_TYPE);
    return kind == U_NT_DECIMAL || kind == U_NT_DIGIT;
}

bool isPythonNumeric(char32_t c)
{
    return u_getIntPropertyValue(point(c), UCHAR_NUMERIC_TYPE) != U_NT_NONE;
}

bool isPythonAlnum(char32_t c)
{
    return isPythonAlpha(c) || isPythonNumeric(c);
}

bool isPythonPrintable(char32_t c)
{
    return c == U' ' || !isOfCategory(c, U_GC_C_MASK | U_GC_Z_MASK);
}

bool isPythonWord(char32_t c)
{
    return c == U'_' || isPythonAlnum(c);
}

bool isPythonLineBreak(char32_t c)
{
    return (c >= 0x0a && c <= 0x0d) || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028
        || c == 0x2029;
}

bool isPythonLower(char32_t c)
{
    return u_hasBinaryProperty(point(c), UCHAR_LOWERCASE);
}
bool isPythonUpper(char32_t c)
{
    return u_hasBinaryProperty(point(c), UCHAR_UPPERCASE);
}
bool isPythonTitle(char32_t c)
{
    return isOfCategory(c, U_GC_LT_MASK);
}

bool isPythonIdentifierStart(char32_t c)
{
    return c == U'_' || u_hasBinaryProperty(point(c), UCHAR_XID_START);
}
bool isPythonIdentifierPart(char32_t c)
{
    return u_hasBinaryProperty(point(c), UCHAR_XID_CONTINUE);
}

namespace {

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
    return mapped(text, lowerMapping);
}

QString pythonUpper(QStringView text)
{
    return mapped(text, upperMapping);
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
            : codePointText(isParallel ? *lowered : static_cast<char32_t>(u_tolower(point(c))));
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

QString codePointText(char32_t c)
{
    return QString::fromUcs4(&c, 1);
}

std::vector<TextSpan> pythonLines(QStringView text, bool keepEnds)
{
    std::vector<TextSpan> lines;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!isPythonLineBreak(text[i].unicode()))
            continue;
        const bool isPair = text[i] == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n';
        const qsizetype end = i;
        i += isPair ? 1 : 0;
        lines.push_back({start, (keepEnds ? i + 1 : end) - start});
        start = i + 1;
    }
    if (start < text.size())
        lines.push_back({start, text.size() - start});
    return lines;
}

namespace {

template<typename Belongs>
TextSpan stripped(QStringView text, StripEnds ends, Belongs belongs)
{
    qsizetype start = text.size();
    qsizetype end = 0;
    const CodePoints points(text);
    for (auto it = points.begin(); it != points.end();) {
        const qsizetype at = it.position();
        const bool stays = !belongs(*it);
        ++it;
        if (!stays)
            continue;
        start = std::min(start, at);
        end = it.position();
    }
    start = ends == StripEnds::Right ? 0 : start;
    end = ends == StripEnds::Left ? text.size() : std::max(start, end);
    return {start, end - start};
}

} // namespace

TextSpan pythonStripped(QStringView text, StripEnds ends)
{
    return stripped(text, ends, isPythonSpace);
}

TextSpan pythonStripped(QStringView text, StripEnds ends, QStringView set)
{
    const QList<uint> wanted = set.toUcs4();
    return stripped(text, ends, [&](char32_t c) { return wanted.contains(c); });
}

} // namespace waymark::jinja
