#include "models/jinja/methods/javascriptmatches.h"

namespace waymark::jinja::javascript {
namespace {

/// What a match fails with that goes on for too long.
template<typename T>
T checked(Runtime &runtime, Result<T> result)
{
    if (!result)
        runtime.fail(FailureKind::Limit, result.error().problem.message);
    return *std::move(result);
}

} // namespace

QList<RegexMatch> matches(Runtime &runtime, const QString &text, const RegexObject &regex)
{
    return checked(runtime, regex.regex().globalMatch(text, regex.isGlobal() ? 0 : 1));
}

QList<RegexMatch> allMatches(Runtime &runtime, const QString &text, const RegexObject &regex)
{
    return checked(runtime, regex.regex().globalMatch(text));
}

std::optional<RegexMatch> firstMatch(Runtime &runtime, const QString &text,
                                     const RegexObject &regex)
{
    return checked(runtime, regex.regex().match(text));
}

Value groupsOf(const QString &text, const RegexMatch &match)
{
    std::vector<Value> groups;
    groups.reserve(static_cast<size_t>(match.groups.size()));
    for (qsizetype group = 0; group < match.groups.size(); ++group) {
        groups.push_back(match.groups[group].isValid() ? Value(match.in(text, group).toString())
                                                       : Value::undefined());
    }
    return Value::list(make<ListData>(std::move(groups)));
}

} // namespace waymark::jinja::javascript
