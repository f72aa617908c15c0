#include "models/plan/ignorelist.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr auto anyInside = u"(?:/.*)?"; ///< A folder's name stands for all in it.

QString escapedCharacter(QChar c)
{
    const bool isPlain = c.isLetterOrNumber() || c == u'_' || c.unicode() > 127;
    return isPlain ? QString(c) : u'\\' + QString(c);
}

/// The end of the bracket expression that begins at `start`, behind its "]"; 0: there is none.
qsizetype bracketEnd(QStringView name, qsizetype start)
{
    qsizetype end = start + 1;
    if (end < name.size() && (name[end] == u'!' || name[end] == u'^'))
        ++end;
    if (end < name.size() && name[end] == u']')
        ++end;
    end = name.indexOf(u']', end);
    return end < 0 ? 0 : end + 1;
}

/// One name of a pattern as a regular expression; nothing: it ends in a lone backslash.
std::optional<QString> nameAsRegex(QStringView name)
{
    QString regex;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name[i];
        if (c == u'\\') {
            if (++i == name.size())
                return std::nullopt;
            regex += escapedCharacter(name[i]);
        } else if (c == u'*') {
            regex += u"[^/]*"_s;
        } else if (c == u'?') {
            regex += u"[^/]"_s;
        } else if (const qsizetype end = c == u'[' ? bracketEnd(name, i) : 0) {
            QString inside = name.sliced(i + 1, end - i - 2).toString();
            const bool isNegated = inside.startsWith(u'!') || inside.startsWith(u'^');
            if (isNegated)
                inside.removeFirst();
            inside.replace(u'\\', u"\\\\"_s).replace(u'[', u"\\["_s);
            if (inside.startsWith(u']'))
                inside.prepend(u'\\');
            regex += u'[' + (isNegated ? u"^"_s : QString()) + inside + u']';
            i = end - 1;
        } else {
            regex += escapedCharacter(c);
        }
    }
    return regex;
}

/// The names of `pattern`, so that they are told from the root of all paths.
QStringList namesOf(const QString &pattern)
{
    QStringList names = pattern.split(u'/');
    for (qsizetype i = names.size() - 1; i > 0; --i) {
        if (names[i] == u"**" && names[i - 1] == u"**")
            names.removeAt(i);
    }
    const bool isAnywhere = names.size() == 1 || (names.size() == 2 && names[1].isEmpty());
    if (names.first().isEmpty())
        names.removeFirst();
    else if (isAnywhere && names.first() != u"**")
        names.prepend(u"**"_s);
    if (names.size() > 1 && names.last().isEmpty())
        names.last() = u"**"_s;
    return names;
}

/// Nothing: it is no pattern.
std::optional<QString> patternAsRegex(const QString &pattern)
{
    if (pattern == u"**/")
        return u".+/.*"_s; // all that is in folders
    const QStringList names = namesOf(pattern);
    QString regex;
    bool needsSlash = false;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const bool isLast = i + 1 == names.size();
        if (names[i] == u"**") {
            regex += i == 0 && isLast ? u"[^/]+(?:/.*)?"_s
                : i == 0              ? u"(?:.+/)?"_s
                : isLast              ? u"/.*"_s
                                      : u"(?:/.+)?"_s;
            needsSlash = i > 0;
            continue;
        }
        const auto name = names[i] == u"*" ? std::optional(u"[^/]+"_s) : nameAsRegex(names[i]);
        if (!name)
            return std::nullopt;
        regex += (needsSlash ? u"/"_s : QString()) + *name
            + (isLast ? QString(anyInside) : QString());
        needsSlash = true;
    }
    return regex;
}

/// Without blanks around it; behind a backslash one at its end belongs to it.
QString stripped(const QString &pattern)
{
    if (!pattern.endsWith(u"\\ "))
        return pattern.trimmed();
    qsizetype start = 0;
    while (pattern[start].isSpace())
        ++start;
    return pattern.sliced(start);
}

} // namespace

Result<IgnoreList> IgnoreList::compile(const QStringList &patterns)
{
    IgnoreList list;
    for (const QString &written : patterns) {
        QString pattern = stripped(written.normalized(QString::NormalizationForm_D));
        if (pattern.isEmpty() || pattern == u"/" || pattern.startsWith(u'#'))
            continue;
        const bool takes = !pattern.startsWith(u'!');
        if (!takes)
            pattern.removeFirst();
        const auto regex = patternAsRegex(pattern);
        const auto compiled = regex
            ? Regex::compile(*regex, RegexSyntax::Pcre, {.dotAll = true})
            : failure({.message = QCoreApplication::translate(
                           "IgnoreList", "there is nothing behind its last backslash")});
        if (!compiled) {
            return failure({.code = u"plan.bad-glob"_s,
                            .message = QCoreApplication::translate(
                                           "IgnoreList", "“%1” is no pattern of git's: %2")
                                           .arg(written, compiled.error().problem.message),
                            .hint = QCoreApplication::translate("IgnoreList",
                                                                "Write it as in a “.gitignore”.")});
        }
        list.m_patterns += Pattern{.written = written, .regex = *compiled, .takes = takes};
    }
    return list;
}

Result<bool> IgnoreList::matches(QStringView path) const
{
    for (auto pattern = m_patterns.crbegin(); pattern != m_patterns.crend(); ++pattern) {
        const auto match = pattern->regex.fullMatch(path);
        if (!match) {
            return failure(
                {.code = match.error().problem.code,
                 .message = QCoreApplication::translate(
                                "IgnoreList", "“%1” could not be compared with a path: %2")
                                .arg(pattern->written, match.error().problem.message),
                 .hint = QCoreApplication::translate("IgnoreList", "Write it with fewer stars.")});
        }
        if (match->has_value())
            return pattern->takes;
    }
    return false;
}

} // namespace waymark
