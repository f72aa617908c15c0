#include "models/base/pythonpattern.h"

#include <QStringBuilder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

// What str.isalnum(), isdecimal() and isspace() say, as items of a class.
constexpr QStringView wordItems = u"\\p{L}\\p{N}_";
constexpr QStringView digitItems = u"\\p{Nd}";
constexpr QStringView spaceItems
    = u" \\t\\n\\r\\f\\x{0b}\\x{1c}-\\x{1f}\\x{85}\\x{a0}\\x{1680}"
      u"\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}";
constexpr QStringView asciiWordItems = u"A-Za-z0-9_";
constexpr QStringView asciiDigitItems = u"0-9";
constexpr QStringView asciiSpaceItems = u" \\t\\n\\r\\f\\x{0b}";

} // namespace

void PythonPattern::emitBoundary(bool isNegated)
{
    const QString set = u'[' % word() % u']';
    const QString pattern = isNegated ? u"(?!\\A\\z)(?:(?<=%1)(?=%1)|(?<!%1)(?!%1))"_s
                                      : u"(?:(?<=%1)(?!%1)|(?<!%1)(?=%1))"_s;
    emitItem(pattern.arg(set), false);
}

void PythonPattern::readEscape()
{
    const qsizetype start = m_at++;
    if (atEnd())
        fail(tr("A pattern may not end in a backslash."), start);
    const QChar letter = peek();
    if (isAsciiDigit(letter) && letter != u'0') {
        const bool isOctalEscape
            = isOctalDigit(letter) && isOctalDigit(peek(1)) && isOctalDigit(peek(2));
        if (!isOctalEscape) {
            ++m_at;
            QString digits = letter;
            if (isAsciiDigit(peek()))
                digits += m_pattern.at(m_at++);
            return emitReference(digits.toInt(), start);
        }
    }
    CharacterSet set;
    if (readSetEscape(set, start))
        return emitItem(set.toPattern(false));
    if (skip(u"A"))
        return emitItem(u"\\A", false);
    if (skip(u"Z"))
        return emitItem(u"\\z", false);
    if (letter == u'b' || letter == u'B') {
        ++m_at;
        return emitBoundary(letter == u'B');
    }
    emitLiteral(readCharacterEscape(start, false));
}

void PythonPattern::emitReference(int group, qsizetype start)
{
    if (group > m_groupCount)
        fail(tr("There is no group %1 before this.").arg(group), start);
    for (const Group &open : m_groups) {
        if (open.number == group)
            fail(tr("Group %1 has no end yet, so this cannot refer to it.").arg(group), start);
    }
    emitItem(u"\\g{%1}"_s.arg(group));
}

bool PythonPattern::readSetEscape(CharacterSet &set, qsizetype)
{
    const bool ascii = m_options.ascii;
    switch (peek().unicode()) {
    case u'd':
        set.addItems(ascii ? asciiDigitItems : digitItems);
        break;
    case u'D':
        set.addAllBut(ascii ? asciiDigitItems : digitItems);
        break;
    case u's':
        set.addItems(ascii ? asciiSpaceItems : spaceItems);
        break;
    case u'S':
        set.addAllBut(ascii ? asciiSpaceItems : spaceItems);
        break;
    case u'w':
        set.addItems(word());
        break;
    case u'W':
        set.addAllBut(word());
        break;
    default:
        return false;
    }
    ++m_at;
    return true;
}

char32_t PythonPattern::readCharacterEscape(qsizetype start, bool isInClass)
{
    static constexpr QStringView letters = u"abfnrtv";
    static constexpr QStringView meanings = u"\a\b\f\n\r\t\v";
    const QChar letter = peek();
    if (isOctalDigit(letter)) {
        QString digits;
        while (digits.size() < 3 && isOctalDigit(peek()))
            digits += m_pattern.at(m_at++);
        const uint number = digits.toUInt(nullptr, 8);
        if (number > 0377)
            fail(tr("An octal escape is \\377 at most."), start);
        return number;
    }
    const char32_t c = take();
    if (c == U'x')
        return readHexEscape(2, start);
    if (c == U'u')
        return readHexEscape(4, start);
    if (c == U'U')
        return readHexEscape(8, start);
    const qsizetype known = letters.indexOf(letter);
    if (known >= 0 && (isInClass || letter != u'b'))
        return meanings.at(known).unicode();
    if (c == U'N')
        fail(tr("Characters cannot be named here. Write \\u and four digits instead."), start);
    if (isAsciiLetter(letter) || isAsciiDigit(letter))
        fail(tr("Python knows no escape \\%1.").arg(letter), start);
    return c;
}

char32_t PythonPattern::readHexEscape(int digits, qsizetype start)
{
    const std::optional<char32_t> c = takeHex(digits);
    if (!c)
        fail(tr("%n hexadecimal digit(s) must follow.", nullptr, digits), start);
    if (*c > 0x10FFFF || (*c < 0x10000 && QChar::isSurrogate(*c)))
        fail(tr("This escape stands for no character."), start);
    return *c;
}

QStringView PythonPattern::word() const
{
    return m_options.ascii ? asciiWordItems : wordItems;
}

} // namespace waymark
