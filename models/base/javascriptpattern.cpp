#include "models/base/javascriptpattern.h"

#include <QStringBuilder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr QStringView inLine = u"[^\\n\\r\\x{2028}\\x{2029}]"; // what is no line terminator

} // namespace

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

Result<QString> translateJavaScript(const QString &pattern, const RegexOptions &options,
                                    bool hasFlagU)
{
    return JavaScriptPattern(pattern, options, hasFlagU).translate();
}

} // namespace waymark
