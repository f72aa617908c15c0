#include "models/jinja/dialects/pythonliterals.h"

#include "models/jinja/failure.h"

#include <unicode/uchar.h>

namespace waymark::jinja {
namespace {

[[noreturn]] void fail(const QString &message, qsizetype offset)
{
    throw Failure{.kind = FailureKind::Syntax, .message = message, .offset = offset};
}

int hexDigits(QStringView text, qsizetype at, int most)
{
    int count = 0;
    while (count < most && at + count < text.size()
           && QStringView(u"0123456789abcdefABCDEF").contains(text[at + count]))
        ++count;
    return count;
}

/// \x41, \u0041 or \U00000041: `at` is behind the letter and moves behind the digits.
void appendHex(QString &result, QStringView body, qsizetype &at, int digits, qsizetype offset)
{
    const int found = hexDigits(body, at, digits);
    if (found < digits) {
        static const auto shape = QStringLiteral("truncated \\%1 escape");
        fail(shape.arg(digits == 2       ? QStringLiteral("xXX")
                           : digits == 4 ? QStringLiteral("uXXXX")
                                         : QStringLiteral("UXXXXXXXX")),
             offset);
    }
    const char32_t code = body.sliced(at, digits).toUInt(nullptr, 16);
    if (code > 0x10ffff)
        fail(QStringLiteral("illegal Unicode character"), offset);
    result += QChar::fromUcs4(code);
    at += digits;
}

void appendOctal(QString &result, QStringView body, qsizetype &at)
{
    char32_t code = 0;
    for (int i = 0; i < 3 && at < body.size() && body[at] >= u'0' && body[at] <= u'7'; ++i, ++at)
        code = code * 8 + (body[at].unicode() - u'0');
    result += QChar::fromUcs4(code);
}

void appendNamed(QString &result, QStringView body, qsizetype &at, qsizetype offset)
{
    const qsizetype end = at < body.size() && body[at] == u'{' ? body.indexOf(u'}', at) : -1;
    if (end < 0)
        fail(QStringLiteral("malformed \\N character escape"), offset);
    UErrorCode status = U_ZERO_ERROR;
    const QByteArray name = body.sliced(at + 1, end - at - 1).toLatin1();
    const UChar32 code = u_charFromName(U_EXTENDED_CHAR_NAME, name.constData(), &status);
    if (U_FAILURE(status))
        fail(QStringLiteral("unknown Unicode character name"), offset);
    result += QChar::fromUcs4(static_cast<char32_t>(code));
    at = end + 1;
}

void appendEscape(QString &result, QStringView body, qsizetype &at, qsizetype offset)
{
    static constexpr QStringView letters = u"\\'\"abfnrtv";
    static constexpr QStringView meanings = u"\\'\"\a\b\f\n\r\t\v";
    const QChar letter = body[at];
    if (const qsizetype simple = letters.indexOf(letter); simple >= 0) {
        result += meanings[simple];
        ++at;
    } else if (letter >= u'0' && letter <= u'7') {
        appendOctal(result, body, at);
    } else if (letter == u'x' || letter == u'u' || letter == u'U') {
        ++at;
        appendHex(result, body, at, letter == u'x' ? 2 : letter == u'u' ? 4 : 8, offset);
    } else if (letter == u'N') {
        ++at;
        appendNamed(result, body, at, offset);
    } else if (letter == u'\n') {
        ++at;
    } else {
        result += u'\\';
        result += letter; // an escape that is none stays
        ++at;
    }
}

qsizetype digitsLength(QStringView text, qsizetype from, QStringView digits, bool leadingUnderscore)
{
    qsizetype at = from;
    while (at < text.size()) {
        const bool isGap
            = text[at] == u'_' && (at > from || leadingUnderscore) && at + 1 < text.size();
        const qsizetype digit = isGap ? at + 1 : at;
        if (!digits.contains(text[digit], Qt::CaseInsensitive))
            break;
        at = digit + 1;
    }
    return at - from;
}

constexpr QStringView decimals = u"0123456789";

} // namespace

QString unescapedPython(QStringView body, qsizetype offset)
{
    qsizetype next = body.indexOf(u'\\');
    if (next < 0)
        return body.toString();
    QString result;
    qsizetype at = 0;
    for (; next >= 0; next = body.indexOf(u'\\', at)) {
        result += body.sliced(at, next - at);
        at = next + 1;
        if (at >= body.size())
            fail(QStringLiteral("\\ at end of string"), offset);
        appendEscape(result, body, at, offset);
    }
    result += body.sliced(at);
    return result;
}

qsizetype pythonFloatLength(QStringView text, QChar before)
{
    if (before == u'.')
        return 0;
    qsizetype at = digitsLength(text, 0, decimals, false);
    if (at == 0)
        return 0;
    bool isFloat = false;
    if (at + 1 < text.size() && text[at] == u'.') {
        if (const qsizetype fraction = digitsLength(text, at + 1, decimals, false)) {
            at += 1 + fraction;
            isFloat = true;
        }
    }
    if (at < text.size() && text[at].toLower() == u'e') {
        const bool hasSign = at + 1 < text.size() && (text[at + 1] == u'+' || text[at + 1] == u'-');
        const qsizetype start = at + (hasSign ? 2 : 1);
        if (const qsizetype exponent
            = start < text.size() ? digitsLength(text, start, decimals, false) : 0) {
            at = start + exponent;
            isFloat = true;
        }
    }
    return isFloat ? at : 0;
}

qsizetype pythonIntegerLength(QStringView text)
{
    if (text.isEmpty())
        return 0;
    if (text.size() > 2 && text[0] == u'0') {
        const QChar base = text[1].toLower();
        const QStringView digits = base == u'b' ? u"01"
            : base == u'o'                      ? u"01234567"
            : base == u'x'                      ? u"0123456789abcdef"
                                                : QStringView();
        if (const qsizetype length = digits.isEmpty() ? 0 : digitsLength(text, 2, digits, true))
            return 2 + length;
    }
    if (text[0] == u'0')
        return digitsLength(text, 0, u"0", false);
    return digitsLength(text, 0, decimals, false);
}

} // namespace waymark::jinja
