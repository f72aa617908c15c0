#include "models/jinja/methods/javascripttext.h"

#include "models/jinja/methods/javascriptmatches.h"

#include <algorithm>

namespace waymark::jinja::javascript {
namespace {

/// A replacement with its `$` patterns filled in, as GetSubstitution does.
QString substituted(const QString &pattern, const QString &text, const RegexMatch &match)
{
    QString result;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar next = pattern[i] == u'$' && i + 1 < pattern.size() ? pattern[i + 1] : QChar();
        const auto digit = [&](qsizetype at) {
            return at < pattern.size() && pattern[at] >= u'0' && pattern[at] <= u'9'
                ? pattern[at].unicode() - u'0'
                : -1;
        };
        const int one = next.isNull() ? -1 : digit(i + 1);
        const int two = one >= 0 && digit(i + 2) >= 0 ? one * 10 + digit(i + 2) : -1;
        const auto isGroup = [&](int group) { return group > 0 && group < match.groups.size(); };
        if (next == u'$') {
            result += u'$';
        } else if (next == u'&') {
            result += match.in(text);
        } else if (next == u'`') {
            result += QStringView(text).first(match.groups[0].start);
        } else if (next == u'\'') {
            result += QStringView(text).sliced(match.groups[0].end);
        } else if (isGroup(two) || isGroup(one)) {
            result += match.in(text, isGroup(two) ? two : one);
            i += isGroup(two) ? 1 : 0;
        } else {
            result += pattern[i];
            continue;
        }
        ++i;
    }
    return result;
}

RegexMatch plainMatch(qsizetype start, qsizetype length)
{
    RegexMatch match;
    match.groups.append({start, start + length});
    return match;
}

Value replaceAllMatches(Runtime &runtime, const QString &text, const QList<RegexMatch> &found,
                        const QString &replacement)
{
    QString result;
    qsizetype from = 0;
    for (const RegexMatch &match : found) {
        result += QStringView(text).sliced(from, match.groups[0].start - from);
        result += substituted(replacement, text, match);
        from = match.groups[0].end;
        runtime.chargeText(result.size());
    }
    result += QStringView(text).sliced(from);
    return result;
}

Value replace(Call &call, bool all)
{
    Runtime &runtime = call.runtime();
    const QString &text = call[0].text();
    if (auto *regex = call[1].as<RegexObject>()) {
        if (all && !regex->isGlobal())
            runtime.fail(FailureKind::Type,
                         QStringLiteral("replaceAll must be called with a global RegExp"));
        return replaced(runtime, text, *regex, call.text(2));
    }
    const QString old = call.text(1);
    QList<RegexMatch> found;
    for (qsizetype at = text.indexOf(old); at >= 0;
         at = text.indexOf(old, at + std::max<qsizetype>(1, old.size()))) {
        found.append(plainMatch(at, old.size()));
        if (!all)
            break;
        runtime.charge(1);
    }
    return replaceAllMatches(runtime, text, found, call.text(2));
}

Value replaceOne(Call &call)
{
    return replace(call, false);
}
Value replaceAll(Call &call)
{
    return replace(call, true);
}

constexpr FunctionRow rows[] = {
    {u"replace", "replace(self, old, new)", replaceOne, Flow::Lines},
    {u"replaceAll", "replaceAll(self, old, new)", replaceAll, Flow::Lines},
};

} // namespace

Value replaced(Runtime &runtime, const QString &text, RegexObject &regex,
               const QString &replacement)
{
    return replaceAllMatches(runtime, text, matches(runtime, text, regex), replacement);
}

std::span<const FunctionRow> stringReplaceMethods()
{
    return rows;
}

} // namespace waymark::jinja::javascript
