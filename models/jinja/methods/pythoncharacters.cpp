#include "models/jinja/methods/pythoncharacters.h"

#include <unicode/uchar.h>

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

QString codePointText(char32_t c)
{
    return QString::fromUcs4(&c, 1);
}

} // namespace waymark::jinja
