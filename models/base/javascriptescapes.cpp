#include "models/base/javascriptpattern.h"

#include <QStringBuilder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr QStringView digitItems = u"0-9";
constexpr QStringView wordItems = u"A-Za-z0-9_";
constexpr QStringView spaceItems
    = u"\\t\\n\\x{0b}\\f\\r \\x{a0}\\x{feff}\\x{1680}\\x{2000}-\\x{200a}"
      u"\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}";

} // namespace

void JavaScriptPattern::readEscape()
{
    const qsizetype start = m_at++;
    if (atEnd())
        fail(tr("A pattern may not end in a backslash."), start);
    if (readReference(start))
        return;
    CharacterSet set;
    if (readSetEscape(set, start))
        return emitItem(set.toPattern(false));
    if (skip(u"b"))
        return emitItem(u"\\b", false);
    if (skip(u"B"))
        return emitItem(u"\\B", false);
    emitLiteral(readCharacterEscape(start, false));
}

/// "\3" and "\k<name>", where they refer to a group.
bool JavaScriptPattern::readReference(qsizetype start)
{
    if (peek() == u'k' && (m_isStrict || !m_allNames.isEmpty())) {
        ++m_at;
        readNamedReference(start);
        return true;
    }
    if (!isAsciiDigit(peek()) || peek() == u'0')
        return false;
    const QString digits = takeWhile(isAsciiDigit);
    bool fits = true;
    const int group = digits.toInt(&fits);
    if (fits && group <= m_allGroups) {
        emitItem(u"\\g{%1}"_s.arg(group));
        return true;
    }
    if (m_isStrict)
        fail(tr("There is no group %1.").arg(digits), start);
    m_at = start + 1;
    return false;
}

void JavaScriptPattern::readNamedReference(qsizetype start)
{
    if (!skip(u"<"))
        fail(tr("“<” and the name of a group must follow “\\k”."), start);
    const QString name = takeUntil(u'>', start);
    if (!m_allNames.contains(name) || !isGroupName(name))
        fail(tr("There is no group “%1”.").arg(name), start);
    emitItem(u"\\k<"_s + name + u'>');
}

bool JavaScriptPattern::readSetEscape(CharacterSet &set, qsizetype start)
{
    const QChar letter = peek();
    const bool isNegated = letter.isUpper();
    QStringView items;
    QString property;
    switch (letter.toLower().unicode()) {
    case u'd':
        items = digitItems;
        break;
    case u's':
        items = spaceItems;
        break;
    case u'w':
        items = wordItems;
        break;
    case u'p':
        if (!m_isStrict)
            return false;
        property = readProperty(start);
        items = property;
        --m_at;
        break;
    default:
        return false;
    }
    ++m_at;
    if (isNegated)
        set.addAllBut(items);
    else
        set.addItems(items);
    return true;
}

/// "p{…}", as PCRE2 writes it.
QString JavaScriptPattern::readProperty(qsizetype start)
{
    ++m_at;
    if (!skip(u"{"))
        fail(tr("“{” and the name of a property must follow “\\p”."), start);
    const QString property = takeUntil(u'}', start);
    const std::optional<QString> name = pcreProperty(property);
    if (!name)
        fail(tr("There is no property “%1” of characters.").arg(property), start);
    return u"\\p{"_s + *name + u'}';
}

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
