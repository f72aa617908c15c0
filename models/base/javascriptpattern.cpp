#include "models/base/patterntranslator.h"

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
constexpr QStringView inLine = u"[^\\n\\r\\x{2028}\\x{2029}]"; // what is no line terminator

/// Patterns of ECMAScript 2024: with the web's liberties (annex B) without flag u, by the letter
/// with it.
class JavaScriptPattern final : public PatternTranslator
{
public:
    JavaScriptPattern(const QString &pattern, const RegexOptions &options, bool hasFlagU)
        : PatternTranslator(pattern, options, hasFlagU)
        , m_isStrict(hasFlagU)
    {
        countGroups();
    }

private:
    void readEscape() override;
    bool readSetEscape(CharacterSet &set, qsizetype start) override;
    char32_t readCharacterEscape(qsizetype start, bool isInClass) override;
    void readGroupStart() override;
    void readClass() override;
    void readAnchor(QChar anchor) override;
    void readDot() override;
    void readLoneBracket(QChar bracket) override;
    std::optional<QString> readBraces() override;

    void countGroups();
    bool readReference(qsizetype start);
    void readNamedReference(qsizetype start);
    QString readProperty(qsizetype start);
    char32_t readControl(qsizetype start, bool isInClass);
    char32_t readUnicode(qsizetype start);
    char32_t readOctal(qsizetype start);
    char32_t readIdentity(qsizetype start, bool isInClass);

    bool m_isStrict; // has flag u
    int m_allGroups = 0;
    QStringList m_allNames;
};

/// How many groups there are, also behind the place that is read: "\2" depends on it.
void JavaScriptPattern::countGroups()
{
    bool isInClass = false;
    for (qsizetype i = 0; i < m_pattern.size(); ++i) {
        const QChar c = m_pattern.at(i);
        if (c == u'\\')
            ++i;
        else if (c == u'[' || c == u']')
            isInClass = c == u'[';
        const QStringView rest = QStringView(m_pattern).sliced(std::min(i + 1, m_pattern.size()));
        if (c != u'(' || isInClass)
            continue;
        const bool isNamed
            = rest.startsWith(u"?<") && !rest.startsWith(u"?<=") && !rest.startsWith(u"?<!");
        if (isNamed)
            m_allNames += rest.sliced(2, std::max(rest.indexOf(u'>'), 2LL) - 2).toString();
        if (isNamed || !rest.startsWith(u'?'))
            ++m_allGroups;
    }
}

void JavaScriptPattern::readAnchor(QChar anchor)
{
    if (!m_options.multiline)
        emitItem(anchor == u'^' ? u"\\A" : u"\\z", false);
    else
        emitItem(QString((anchor == u'^' ? u"(?<!"_s : u"(?!"_s) % inLine % u')'), false);
}

void JavaScriptPattern::readDot()
{
    emitItem(m_options.dotAll ? u"(?s:.)" : inLine);
}

void JavaScriptPattern::readLoneBracket(QChar bracket)
{
    if (m_isStrict)
        fail(tr("A “%1” for itself must be written “\\%1”.").arg(bracket), m_at - 1);
    emitLiteral(bracket.unicode());
}

std::optional<QString> JavaScriptPattern::readBraces()
{
    const qsizetype start = m_at;
    const std::optional<QString> braces = takeBraces(false);
    if (!braces && m_isStrict)
        fail(tr("A “%1” for itself must be written “\\%1”.").arg(QChar(u'{')), start);
    return braces;
}

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

void JavaScriptPattern::readClass()
{
    const qsizetype start = m_at - 1;
    const bool isNegated = skip(u"^");
    CharacterSet set;
    while (peek() != u']' || atEnd()) {
        if (atEnd())
            fail(tr("This class has no end."), start);
        const qsizetype from = m_at;
        const std::optional<char32_t> first = readClassMember(set);
        const bool isRange = peek() == u'-' && peek(1) != u']' && m_at + 1 < m_pattern.size();
        if (!isRange) {
            if (first)
                set.add(*first);
            continue;
        }
        ++m_at;
        const std::optional<char32_t> last = readClassMember(set);
        const bool isLiteral = !first || !last; // as in [\w-x]
        if (isLiteral ? m_isStrict : *first > *last)
            fail(tr("“%1” is no range of characters.").arg(m_pattern.sliced(from, m_at - from)),
                 from);
        if (!isLiteral) {
            set.addRange(*first, *last);
            continue;
        }
        set.add(U'-');
        for (const std::optional<char32_t> &c : {first, last}) {
            if (c)
                set.add(*c);
        }
    }
    ++m_at;
    emitItem(set.toPattern(isNegated));
}

void JavaScriptPattern::readGroupStart()
{
    const qsizetype start = m_at;
    m_at += 2;
    if (skip(u":"))
        return openGroup({.start = start}, u"(?:");
    for (const QStringView look : {u"=", u"!"}) { // annex B repeats a look ahead
        if (skip(look))
            return openGroup({.start = start, .isRepeatable = !m_isStrict}, QString(u"(?" % look));
    }
    for (const QStringView look : {u"<=", u"<!"}) {
        if (skip(look))
            return openGroup({.start = start, .isRepeatable = false}, QString(u"(?" % look));
    }
    if (!skip(u"<"))
        fail(tr("JavaScript knows no group that starts like this."), start);
    const QString name = takeUntil(u'>', start);
    if (!isGroupName(name))
        fail(tr("“%1” is no name of a group.").arg(name), start);
    if (m_allNames.count(name) > 1)
        fail(tr("Two groups are named “%1”.").arg(name), start);
    openGroup({.start = start, .number = ++m_groupCount}, u"(?<"_s + name + u'>');
}

} // namespace

Result<QString> translateJavaScript(const QString &pattern, const RegexOptions &options,
                                    bool hasFlagU)
{
    return JavaScriptPattern(pattern, options, hasFlagU).translate();
}

} // namespace waymark
