#include "models/jinja/methods/javascripttext.h"

#include "models/base/javascriptreplacement.h"
#include "models/jinja/methods/javascriptmatches.h"

#include <algorithm>

namespace waymark::jinja::javascript {
namespace {

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
        result += javaScriptReplacement(replacement, text, match);
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
