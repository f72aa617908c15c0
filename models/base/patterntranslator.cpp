#include "models/base/patterntranslator.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int mostRepetitions = 65535; // PCRE2's own limit

} // namespace

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isOctalDigit(QChar c)
{
    return c >= u'0' && c <= u'7';
}

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isGroupName(QStringView name)
{
    const auto isPart = [](QChar c) { return c == u'_' || c.isLetterOrNumber(); };
    return !name.isEmpty() && !name.front().isDigit() && std::ranges::all_of(name, isPart);
}

QString patternLiteral(char32_t c)
{
    if (c < 0x20 || c == 0x7F || (c < 0x10000 && QChar::isSurrogate(c)))
        return u"\\x{%1}"_s.arg(static_cast<uint>(c), 0, 16);
    const QString text = QString::fromUcs4(&c, 1);
    const bool isPlain = c >= 0x80 || c == u'_' || QChar::isLetterOrNumber(c);
    return isPlain ? text : u'\\' + text;
}

void CharacterSet::add(char32_t c)
{
    m_items += patternLiteral(c);
}

void CharacterSet::addRange(char32_t first, char32_t last)
{
    m_items += patternLiteral(first) + u'-' + patternLiteral(last);
}

QString CharacterSet::toPattern(bool isNegated) const
{
    if (m_complements.isEmpty() && m_items.isEmpty())
        return isNegated ? u"(?s:.)"_s : u"(?!)"_s;
    if (m_complements.isEmpty())
        return (isNegated ? u"[^"_s : u"["_s) + m_items + u']';
    if (m_complements.size() == 1 && m_items.isEmpty())
        return (isNegated ? u"["_s : u"[^"_s) + m_complements.first() + u']';

    QStringList alternatives;
    if (!m_items.isEmpty())
        alternatives += u'[' + m_items + u']';
    for (const QString &items : m_complements)
        alternatives += u"[^"_s + items + u']';
    const QString any = alternatives.join(u'|');
    return isNegated ? u"(?:(?!"_s + any + u")(?s:.))"_s : u"(?:"_s + any + u')';
}

Result<QString> PatternTranslator::translate()
{
    try {
        while (!atEnd())
            readTerm();
        if (!m_groups.isEmpty())
            fail(tr("This group has no end."), m_groups.last().start);
    } catch (const Fault &fault) {
        const Problem problem{.code = u"regex.syntax"_s, .message = fault.message};
        return failure(problem.pointingAt(m_pattern, positionOf(m_pattern, fault.at)));
    }
    return m_written;
}

void PatternTranslator::readTerm()
{
    if (skipIgnored())
        return;
    const QChar c = peek();
    if (c == u'\\')
        return readEscape();
    if (c == u'(' && peek(1) == u'?')
        return readGroupStart();
    ++m_at;
    switch (c.unicode()) {
    case u'(':
        return openGroup({.start = m_at - 1, .number = ++m_groupCount}, u"(");
    case u')':
        return closeGroup();
    case u'[':
        return readClass();
    case u'^':
    case u'$':
        return readAnchor(c);
    case u'.':
        return readDot();
    case u'*':
    case u'+':
    case u'?':
    case u'{':
        return readQuantifier(c);
    case u']':
    case u'}':
        return readLoneBracket(c);
    case u'|':
        if (!m_groups.isEmpty() && m_groups.last().isConditional && m_groups.last().bars++ > 0)
            fail(tr("A conditional group has at most two alternatives."), m_at - 1);
        return emitItem(u"|", false);
    default:
        --m_at;
        return emitLiteral(take());
    }
}

void PatternTranslator::readLoneBracket(QChar bracket)
{
    emitLiteral(bracket.unicode());
}

void PatternTranslator::readQuantifier(QChar first)
{
    const qsizetype start = m_at - 1;
    QString quantifier = first;
    if (first == u'{') {
        --m_at;
        const std::optional<QString> braces = readBraces();
        if (!braces) {
            m_at = start + 1;
            return emitLiteral(U'{');
        }
        quantifier = *braces;
    }
    if (!m_isRepeatable)
        fail(tr("There is nothing to repeat before this."), start);
    if (skip(u"?"))
        quantifier += u'?';
    else if (hasPossessive() && skip(u"+"))
        quantifier += u'+';
    emitItem(quantifier, false);
}

std::optional<char32_t> PatternTranslator::readClassMember(CharacterSet &set)
{
    const qsizetype start = m_at;
    if (!skip(u"\\"))
        return take();
    if (atEnd())
        fail(tr("A pattern may not end in a backslash."), start);
    if (readSetEscape(set, start))
        return {};
    return readCharacterEscape(start, true);
}

void PatternTranslator::closeGroup()
{
    if (m_groups.isEmpty())
        fail(tr("This “)” closes no group."), m_at - 1);
    const Group group = m_groups.takeLast();
    m_options = group.outerOptions;
    emitItem(u")", group.isRepeatable);
}

void PatternTranslator::openGroup(const Group &group, QStringView item)
{
    m_groups += group;
    m_groups.last().outerOptions = m_options;
    emitItem(item, false);
}

void PatternTranslator::emitItem(QStringView item, bool isRepeatable)
{
    m_written += item;
    m_isRepeatable = isRepeatable;
    m_hasItem = true;
}

void PatternTranslator::emitLiteral(char32_t c)
{
    if (m_readsPairs && c < 0x10000 && QChar::isSurrogate(c))
        fail(tr("This is half of a surrogate pair, and no character."), m_at - 1);
    emitItem(patternLiteral(c));
}

void PatternTranslator::fail(const QString &message, qsizetype at) const
{
    throw Fault{message, at};
}

QChar PatternTranslator::peek(qsizetype ahead) const
{
    return m_at + ahead < m_pattern.size() ? m_pattern.at(m_at + ahead) : QChar();
}

bool PatternTranslator::skip(QStringView text)
{
    if (!QStringView(m_pattern).sliced(m_at).startsWith(text))
        return false;
    m_at += text.size();
    return true;
}

char32_t PatternTranslator::take()
{
    const QChar c = m_pattern.at(m_at++);
    if (m_readsPairs && c.isHighSurrogate() && peek().isLowSurrogate())
        return QChar::surrogateToUcs4(c, m_pattern.at(m_at++));
    return c.unicode();
}

QString PatternTranslator::takeWhile(bool (*belongs)(QChar))
{
    const qsizetype start = m_at;
    while (!atEnd() && belongs(peek()))
        ++m_at;
    return m_pattern.sliced(start, m_at - start);
}

std::optional<char32_t> PatternTranslator::takeHex(int count)
{
    static constexpr QStringView digits = u"0123456789abcdef";
    char32_t number = 0;
    for (int i = 0; i < count; ++i) {
        const QChar c = peek(i);
        const qsizetype digit = c.isNull() ? -1 : digits.indexOf(c.toLower());
        if (digit < 0)
            return {};
        number = number * 16 + static_cast<char32_t>(digit);
    }
    m_at += count;
    return number;
}

QString PatternTranslator::takeUntil(QChar end, qsizetype start)
{
    const qsizetype at = m_pattern.indexOf(end, m_at);
    if (at < 0)
        fail(tr("“%1” is missing behind this.").arg(end), start);
    const QString text = m_pattern.sliced(m_at, at - m_at);
    m_at = at + 1;
    return text;
}

std::optional<QString> PatternTranslator::takeBraces(bool mayStartOpen)
{
    const qsizetype start = m_at++;
    const QString least = takeWhile(isAsciiDigit);
    const bool isOpen = skip(u",");
    const QString most = isOpen ? takeWhile(isAsciiDigit) : least;
    if (!skip(u"}") || (least.isEmpty() && !(mayStartOpen && isOpen)))
        return {};
    bool fits = true;
    const int minimum = least.isEmpty() ? 0 : least.toInt(&fits);
    bool mostFits = true;
    const int maximum = most.isEmpty() ? mostRepetitions : most.toInt(&mostFits);
    if (!fits || !mostFits || minimum > mostRepetitions || maximum > mostRepetitions)
        fail(tr("At most %1 repetitions can be asked for.").arg(mostRepetitions), start);
    if (minimum > maximum)
        fail(tr("The least number of repetitions is above the greatest."), start);
    return isOpen ? u"{%1,%2}"_s.arg(QString::number(minimum), most) : u"{%1}"_s.arg(minimum);
}

} // namespace waymark
