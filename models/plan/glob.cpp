#include "models/plan/glob.h"

#include "models/plan/globtranslator.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString normalized(QString pattern)
{
    while (pattern.startsWith(u"./"))
        pattern.remove(0, 2);
    while (pattern.endsWith(u'/'))
        pattern.chop(1);
    return pattern;
}

} // namespace

Result<GlobList> GlobList::compile(const QStringList &patterns)
{
    GlobList list;
    for (const QString &pattern : patterns) {
        if (pattern.startsWith(u'!') && !pattern.startsWith(u"!("))
            continue;
        // Only a name without wildcards means the folder of that name, and all below it.
        const bool isLiteral
            = std::ranges::none_of(pattern, [](QChar c) { return u"*?[{("_s.contains(c); });
        QString regex = globToRegex(normalized(pattern));
        if (isLiteral)
            regex += u"(?:/.*)?"_s;
        const auto compiled = Regex::compile(regex, RegexSyntax::Pcre, {.dotAll = true});
        if (!compiled) {
            return failure({.code = u"plan.bad-glob"_s,
                            .message = QCoreApplication::translate(
                                           "GlobList", "“%1” is no pattern for files: %2")
                                           .arg(pattern, compiled.error().problem.message),
                            .hint = QCoreApplication::translate("GlobList",
                                                                "Write it as “folder/**/*.ext”.")});
        }
        list.m_patterns += *compiled;
    }
    return list;
}

bool GlobList::matches(QStringView path) const
{
    return std::ranges::any_of(m_patterns, [path](const Regex &pattern) {
        const auto match = pattern.fullMatch(path);
        return match && match->has_value();
    });
}

} // namespace waymark
