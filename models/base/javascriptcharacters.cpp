#include "models/base/javascriptpattern.h"

#include <algorithm>
#include <optional>

namespace waymark {

char32_t JavaScriptPattern::readCharacterEscape(qsizetype start, bool isInClass)
{
    static constexpr QStringView letters = u"fnrtv";
    static constexpr QStringView meanings = u"\f\n\r\t\v";
    const QChar letter = peek();
    const qsizetype known = letters.indexOf(letter);
    if (known >= 0) {
        ++m_at;
        return meanings.at(known).unicode();
    }
    if (isInClass && skip(u"b"))
        return U'\b';
    if (letter == u'c')
        return readControl(start, isInClass);
    if (letter == u'u')
        return readUnicode(start);
    if (isOctalDigit(letter))
        return readOctal(start);
    if (letter == u'x') {
        ++m_at;
        if (const std::optional<char32_t> c = takeHex(2))
            return *c;
        --m_at;
    }
    return readIdentity(start, isInClass);
}

/// "\cJ" is Control+J; what looks like it and is none is a backslash, and "c" is read next.
char32_t JavaScriptPattern::readControl(qsizetype start, bool isInClass)
{
    const QChar letter = peek(1);
    const bool isWord = isInClass && !m_isStrict && (isAsciiDigit(letter) || letter == u'_');
    if (isAsciiLetter(letter) || isWord) {
        m_at += 2;
        return letter.unicode() % 32;
    }
    if (m_isStrict)
        fail(tr("A letter must follow “\\c”."), start);
    return U'\\';
}

char32_t JavaScriptPattern::readUnicode(qsizetype start)
{
    ++m_at;
    if (m_isStrict && skip(u"{")) {
        bool good = false;
        const QString digits = takeUntil(u'}', start);
        const char32_t c = digits.toUInt(&good, 16);
        const bool isHex = std::ranges::all_of(digits, [](QChar d) {
            return isAsciiDigit(d) || (d.toLower() >= u'a' && d.toLower() <= u'f');
        });
        if (!good || !isHex || c > 0x10FFFF || (c < 0x10000 && QChar::isSurrogate(c)))
            fail(tr("This escape stands for no character."), start);
        return c;
    }
    const std::optional<char32_t> first = takeHex(4);
    if (!first) {
        --m_at;
        return readIdentity(start, false);
    }
    if (!m_isStrict || !QChar::isSurrogate(*first))
        return *first;
    if (QChar::isHighSurrogate(*first) && skip(u"\\u")) {
        const std::optional<char32_t> second = takeHex(4);
        if (second && QChar::isLowSurrogate(*second))
            return QChar::surrogateToUcs4(static_cast<char16_t>(*first),
                                          static_cast<char16_t>(*second));
    }
    fail(tr("This is half of a surrogate pair, and no character."), start);
}

/// "\0", and without flag u the octal escapes of old.
char32_t JavaScriptPattern::readOctal(qsizetype start)
{
    if (m_isStrict) {
        if (peek() != u'0' || isAsciiDigit(peek(1)))
            fail(tr("An octal escape is not possible here. Write \\x and two digits."), start);
        ++m_at;
        return 0;
    }
    char32_t number = 0;
    for (int digits = 0; digits < 3 && isOctalDigit(peek()); ++digits) {
        const char32_t longer = number * 8 + (peek().unicode() - u'0');
        if (longer > 0377)
            break;
        number = longer;
        ++m_at;
    }
    return number;
}

/// A character that stands for itself behind a backslash.
char32_t JavaScriptPattern::readIdentity(qsizetype start, bool isInClass)
{
    static constexpr QStringView syntax = u"^$\\.*+?()[]{}|/";
    const QChar c = peek();
    if (c == u'k' && !m_allNames.isEmpty())
        fail(tr("“<” and the name of a group must follow “\\k”."), start);
    if (m_isStrict && !syntax.contains(c) && !(isInClass && c == u'-'))
        fail(tr("“%1” needs no backslash, and may have none.").arg(c), start);
    return take();
}

} // namespace waymark
