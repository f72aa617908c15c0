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

QString shortened(const QString &pattern)
{
    constexpr qsizetype most = 100;
    return pattern.size() <= most ? pattern : pattern.first(most) + u'…';
}

} // namespace

Result<GlobList> GlobList::compile(const QStringList &patterns)
{
    GlobList list;
    qsizetype left = mostGlobWork;
    for (const QString &written : patterns) {
        const bool takesOut = written.startsWith(u'!') && !written.startsWith(u"!(");
        const QString pattern = takesOut ? written.sliced(1) : written;
        // Only a name without wildcards means the folder of that name, and all below it.
        const bool isLiteral
            = std::ranges::none_of(pattern, [](QChar c) { return u"*?[{("_s.contains(c); });
        const auto regex = globToRegex(normalized(pattern), left);
        const QString below = isLiteral ? u"(?:/.*)?"_s : QString();
        const auto compiled = regex
            ? Regex::compile(*regex + below, RegexSyntax::Pcre, {.dotAll = true})
            : std::unexpected(regex.error());
        if (!compiled) {
            return failure(
                {.code = u"plan.bad-glob"_s,
                 .message
                 = QCoreApplication::translate("GlobList", "“%1” is no pattern for files: %2")
                       .arg(shortened(written), compiled.error().problem.message),
                 .hint
                 = QCoreApplication::translate("GlobList", "Write it as “folder/**/*.ext”.")});
        }
        list.m_patterns += Pattern{*compiled, takesOut};
    }
    return list;
}

Result<bool> GlobList::matches(QStringView path) const
{
    // Of each pattern, only those behind it take something out.
    bool isTakenOut = false;
    for (auto pattern = m_patterns.crbegin(); pattern != m_patterns.crend(); ++pattern) {
        const auto match = pattern->regex.fullMatch(path);
        if (!match)
            return std::unexpected(match.error());
        const bool isNamed = match->has_value();
        if (isNamed && !pattern->takesOut && !isTakenOut)
            return true;
        isTakenOut = isTakenOut || (isNamed && pattern->takesOut);
    }
    return false;
}

} // namespace waymark
