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

std::optional<RegexMatch> nextMatch(Runtime &runtime, const QString &text, RegexObject &regex)
{
    const bool isLasting = regex.isGlobal() || regex.isSticky();
    const qsizetype from = isLasting ? regex.lastIndex() : 0;
    std::optional<RegexMatch> found;
    if (from <= text.size() && regex.isSticky())
        found = checked(runtime, regex.regex().matchAt(text, from));
    else if (from <= text.size())
        found = checked(runtime, regex.regex().match(text, from));
    if (isLasting)
        regex.setLastIndex(found ? found->groups[0].end : 0);
    return found;
}

QList<RegexMatch> matches(Runtime &runtime, const QString &text, RegexObject &regex)
{
    if (!regex.isGlobal()) {
        const auto found = nextMatch(runtime, text, regex);
        return found ? QList<RegexMatch>{*found} : QList<RegexMatch>();
    }
    regex.setLastIndex(0);
    QList<RegexMatch> all = allMatches(runtime, text, regex);
    if (!regex.isSticky())
        return all;
    QList<RegexMatch> inARow; // each begins where the last one ended
    for (const RegexMatch &match : std::as_const(all)) {
        const qsizetype expected = inARow.isEmpty() ? 0 : inARow.last().groups[0].end;
        const bool wasEmpty = !inARow.isEmpty() && inARow.last().groups[0].start == expected;
        if (match.groups[0].start != expected + (wasEmpty ? 1 : 0))
            break;
        inARow.append(match);
    }
    return inARow;
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

Reference<RegexObject> regexArgument(Call &call, size_t i, const QString &flags)
{
    if (auto *regex = call[i].as<RegexObject>())
        return Reference<RegexObject>(regex);
    const QString pattern = call[i].isUndefined() ? QString() : call.text(i);
    call.runtime().charge(static_cast<quint64>(pattern.size()) + 1);
    return checked(call.runtime(), regexFrom(pattern, flags));
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
