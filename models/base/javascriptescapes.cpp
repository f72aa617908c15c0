#include "models/base/javascriptpattern.h"

#include <QStringBuilder>

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

} // namespace waymark
