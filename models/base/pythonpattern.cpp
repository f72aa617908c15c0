#include "models/base/pythonpattern.h"

#include <QStringBuilder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {

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

Result<QString> translatePython(const QString &pattern, const RegexOptions &options)
{
    return PythonPattern(pattern, options).translate();
}

} // namespace waymark
