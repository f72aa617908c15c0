#include "models/base/patterntranslator.h"

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

/// Python's `re`, as its documentation of 3.11 and its parser have it.
class PythonPattern final : public PatternTranslator
{
public:
    PythonPattern(const QString &pattern, const RegexOptions &options)
        : PatternTranslator(pattern, options, true)
    {
    }

private:
    void readEscape() override;
    bool readSetEscape(CharacterSet &set, qsizetype start) override;
    char32_t readCharacterEscape(qsizetype start, bool isInClass) override;
    void readGroupStart() override;
    void readClass() override;
    void readAnchor(QChar anchor) override;
    void readDot() override;
    bool skipIgnored() override;
    std::optional<QString> readBraces() override { return takeBraces(true); }
    bool hasPossessive() const override { return true; }

    bool skipComment(QChar end);
    void readNamed(qsizetype start);
    void readCondition(qsizetype start);
    void readFlags(qsizetype start);
    void setFlags(QStringView flags, bool on, qsizetype start);
    void emitReference(int group, qsizetype start);
    void emitBoundary(bool isNegated);
    int numberOf(const QString &name, qsizetype start) const;
    char32_t readHexEscape(int digits, qsizetype start);

    QStringView word() const { return m_options.ascii ? asciiWordItems : wordItems; }

    QStringList m_names; // by number, from 1
};

bool PythonPattern::skipIgnored()
{
    if (!m_options.verbose)
        return false;
    const qsizetype start = m_at;
    while (!atEnd() && QStringView(u" \t\n\r\v\f").contains(peek()))
        ++m_at;
    if (peek() == u'#')
        skipComment(u'\n'); // the end of the pattern ends it too
    return m_at > start;
}

/// Whether there is an `end`, behind which reading goes on. One behind a backslash is none.
bool PythonPattern::skipComment(QChar end)
{
    for (bool isEscaped = false; !atEnd(); ++m_at) {
        const QChar c = peek();
        if (c == end && !isEscaped) {
            ++m_at;
            return true;
        }
        isEscaped = c == u'\\' && !isEscaped;
    }
    return false;
}

void PythonPattern::readAnchor(QChar anchor)
{
    if (m_options.multiline)
        emitItem(anchor == u'^' ? u"(?m:^)" : u"(?m:$)", false);
    else
        emitItem(anchor == u'^' ? u"\\A" : u"\\Z", false); // Z: before a last newline, too
}

void PythonPattern::readDot()
{
    emitItem(m_options.dotAll ? u"(?s:.)" : u"[^\\n]");
}

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

void PythonPattern::readClass()
{
    const qsizetype start = m_at - 1;
    const bool isNegated = skip(u"^");
    CharacterSet set;
    for (bool isFirst = true; isFirst || peek() != u']'; isFirst = false) {
        if (atEnd())
            fail(tr("This class has no end."), start);
        const qsizetype from = m_at;
        const std::optional<char32_t> first = readClassMember(set);
        if (peek() != u'-' || peek(1) == u']' || m_at + 1 >= m_pattern.size()) {
            if (first)
                set.add(*first);
            continue;
        }
        ++m_at;
        const std::optional<char32_t> last = readClassMember(set);
        if (!first || !last || *first > *last)
            fail(tr("“%1” is no range of characters.").arg(m_pattern.sliced(from, m_at - from)),
                 from);
        set.addRange(*first, *last);
    }
    ++m_at;
    emitItem(set.toPattern(isNegated));
}

void PythonPattern::readGroupStart()
{
    const qsizetype start = m_at;
    m_at += 2;
    if (skip(u"P"))
        return readNamed(start);
    if (skip(u"#")) {
        if (!skipComment(u')'))
            fail(tr("This comment has no end."), start);
        return;
    }
    if (skip(u"("))
        return readCondition(start);
    if (skip(u":"))
        return openGroup({.start = start}, u"(?:");
    if (skip(u">"))
        return openGroup({.start = start}, u"(?>");
    for (const QStringView look : {u"=", u"!", u"<=", u"<!"}) {
        if (skip(look))
            return openGroup({.start = start}, QString(u"(?" % look));
    }
    readFlags(start);
}

void PythonPattern::readNamed(qsizetype start)
{
    if (skip(u"=")) {
        const QString name = takeUntil(u')', start);
        return emitReference(numberOf(name, start), start);
    }
    if (!skip(u"<"))
        fail(tr("“<” or “=” must follow “(?P”."), start);
    const QString name = takeUntil(u'>', start);
    if (!isGroupName(name))
        fail(tr("“%1” is no name of a group.").arg(name), start);
    if (m_names.contains(name))
        fail(tr("Two groups are named “%1”.").arg(name), start);
    const int number = ++m_groupCount;
    m_names.resize(number);
    m_names[number - 1] = name;
    openGroup({.start = start, .number = number}, u"(?<"_s + name + u'>');
}

int PythonPattern::numberOf(const QString &name, qsizetype start) const
{
    if (!isGroupName(name))
        fail(tr("“%1” is no name of a group.").arg(name), start);
    const qsizetype found = m_names.indexOf(name);
    if (found < 0)
        fail(tr("There is no group “%1” before this.").arg(name), start);
    return static_cast<int>(found + 1);
}

void PythonPattern::readCondition(qsizetype start)
{
    const QString name = takeUntil(u')', start);
    const bool isNumber = !name.isEmpty() && std::ranges::all_of(name, isAsciiDigit);
    const int number = isNumber ? name.toInt() : numberOf(name, start);
    if (number == 0)
        fail(tr("“%1” is no number of a group.").arg(name), start);
    openGroup({.start = start, .isConditional = true}, u"(?(%1)"_s.arg(number));
}

/// Behind "(?": "i)" for all of the pattern, or "i-s:" for a group.
void PythonPattern::readFlags(qsizetype start)
{
    const RegexOptions outer = m_options;
    const QString flags = takeWhile(isAsciiLetter);
    setFlags(flags, true, start);
    if (!flags.isEmpty() && peek() == u')') {
        if (m_hasItem)
            fail(tr("Flags for all of the pattern must stand at its start."), start);
        ++m_at;
        m_written += m_options.ignoreCase ? u"(?i)" : u"";
        return;
    }
    if (skip(u"-"))
        setFlags(takeWhile(isAsciiLetter), false, start);
    if (!skip(u":"))
        fail(tr("Python knows no group that starts like this."), start);
    const RegexOptions inner = std::exchange(m_options, outer);
    openGroup({.start = start}, inner.ignoreCase ? u"(?i:" : u"(?-i:");
    m_options = inner;
}

void PythonPattern::setFlags(QStringView flags, bool on, qsizetype start)
{
    for (const QChar flag : flags) {
        switch (flag.unicode()) {
        case u'i':
            m_options.ignoreCase = on;
            break;
        case u'm':
            m_options.multiline = on;
            break;
        case u's':
            m_options.dotAll = on;
            break;
        case u'x':
            m_options.verbose = on;
            break;
        case u'a':
        case u'u':
            if (!on)
                fail(tr("The flag “%1” cannot be switched off.").arg(flag), start);
            m_options.ascii = flag == u'a';
            break;
        default:
            fail(tr("“%1” is no flag of a pattern.").arg(flag), start);
        }
    }
}

} // namespace

Result<QString> translatePython(const QString &pattern, const RegexOptions &options)
{
    return PythonPattern(pattern, options).translate();
}

} // namespace waymark
