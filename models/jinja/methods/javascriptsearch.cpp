#include "models/jinja/methods/javascripttext.h"

#include "models/jinja/dialects/javascript.h"

#include <algorithm>
#include <limits>

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

QList<RegexMatch> matches(Runtime &runtime, const QString &text, const RegexObject &regex)
{
    return checked(runtime, regex.regex().globalMatch(text, regex.isGlobal() ? 0 : 1));
}

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
    if (const auto *regex = call[1].as<RegexObject>()) {
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

Value newList(std::vector<Value> items)
{
    return Value::list(make<ListData>(std::move(items)));
}

Value split(Call &call)
{
    Runtime &runtime = call.runtime();
    const QString &text = call[0].text();
    const double limit = call[2].isUndefined() ? std::numeric_limits<double>::infinity()
                                               : integerArgument(call, 2, 0);
    std::vector<Value> parts;
    const auto add = [&](QStringView part) {
        runtime.charge(1);
        if (static_cast<double>(parts.size()) < limit)
            parts.emplace_back(part.toString());
    };
    if (call[1].isUndefined()) {
        add(text);
    } else if (const auto *regex = call[1].as<RegexObject>()) {
        qsizetype from = 0;
        for (const RegexMatch &match : checked(runtime, regex->regex().globalMatch(text))) {
            const auto [start, end] = match.groups[0];
            if (end == start && (start == from || start >= text.size()))
                continue; // an empty match cuts only between two characters
            add(QStringView(text).sliced(from, start - from));
            for (qsizetype group = 1; group < match.groups.size(); ++group)
                add(match.in(text, group));
            from = end;
        }
        add(QStringView(text).sliced(from));
    } else if (const QString separator = call.text(1); separator.isEmpty()) {
        for (const QChar unit : text)
            add(QStringView(&unit, 1));
    } else {
        for (const QStringView part : QStringView(text).split(separator))
            add(part);
    }
    return newList(std::move(parts));
}

Value includes(Call &call)
{
    return call[0].text().indexOf(call.text(1), clampedIndex(call, 2, call[0].text().size(), 0))
        >= 0;
}

Value indexOf(Call &call)
{
    return static_cast<qint64>(
        call[0].text().indexOf(call.text(1), clampedIndex(call, 2, call[0].text().size(), 0)));
}

Value lastIndexOf(Call &call)
{
    const QString &text = call[0].text();
    const QString wanted = call.text(1);
    const qsizetype from = clampedIndex(call, 2, text.size(), text.size());
    const qsizetype last = std::min(from, text.size() - wanted.size());
    return static_cast<qint64>(
        last < 0 ? -1 : QStringView(text).first(last + wanted.size()).lastIndexOf(wanted));
}

Value startsWith(Call &call)
{
    const QStringView text = call[0].text();
    return text.sliced(clampedIndex(call, 2, text.size(), 0)).startsWith(call.text(1));
}

Value endsWith(Call &call)
{
    const QStringView text = call[0].text();
    return text.first(clampedIndex(call, 2, text.size(), text.size())).endsWith(call.text(1));
}

const RegexObject *regexOf(const Value &value)
{
    return value.as<RegexObject>();
}

Value groupsOf(const QString &text, const RegexMatch &match)
{
    std::vector<Value> groups;
    for (qsizetype group = 0; group < match.groups.size(); ++group) {
        groups.push_back(match.groups[group].isValid() ? Value(match.in(text, group).toString())
                                                       : Value::undefined());
    }
    return newList(std::move(groups));
}

Value match(Call &call)
{
    const RegexObject *regex = regexOf(call[1]);
    if (!regex)
        call.runtime().fail(FailureKind::Type,
                            QStringLiteral("match needs a regular expression, as r/…/"));
    const QString &text = call[0].text();
    const auto found = matches(call.runtime(), text, *regex);
    if (found.isEmpty())
        return Value::none();
    if (!regex->isGlobal())
        return groupsOf(text, found.first());
    std::vector<Value> all;
    for (const RegexMatch &one : found)
        all.emplace_back(one.in(text).toString());
    return newList(std::move(all));
}

Value search(Call &call)
{
    const RegexObject *regex = regexOf(call[1]);
    if (!regex)
        return static_cast<qint64>(call[0].text().indexOf(call.text(1)));
    const auto found = checked(call.runtime(), regex->regex().match(call[0].text()));
    return static_cast<qint64>(found ? found->groups[0].start : -1);
}

Value test(Call &call)
{
    const auto found = checked(call.runtime(), regexOf(call[0])->regex().match(call.text(1)));
    return found.has_value();
}

Value exec(Call &call)
{
    const QString text = call.text(1);
    const auto found = checked(call.runtime(), regexOf(call[0])->regex().match(text));
    return found ? groupsOf(text, *found) : Value::none();
}

Value regexToString(Call &call)
{
    return call.text(0);
}

constexpr FunctionRow stringRows[] = {
    {u"endsWith", "endsWith(self, wanted, end)", endsWith},
    {u"includes", "includes(self, wanted, from)", includes},
    {u"indexOf", "indexOf(self, wanted, from)", indexOf},
    {u"lastIndexOf", "lastIndexOf(self, wanted, from)", lastIndexOf},
    {u"match", "match(self, regex)", match},
    {u"replace", "replace(self, old, new)", replaceOne, Flow::Lines},
    {u"replaceAll", "replaceAll(self, old, new)", replaceAll, Flow::Lines},
    {u"search", "search(self, regex)", search},
    {u"split", "split(self, separator, limit)", split},
    {u"startsWith", "startsWith(self, wanted, from)", startsWith},
};
constexpr FunctionRow regexRows[] = {
    {u"exec", "exec(self, text)", exec},
    {u"test", "test(self, text)", test},
    {u"toString", "toString(self)", regexToString},
};

} // namespace

Value replaced(Runtime &runtime, const QString &text, const RegexObject &regex,
               const QString &replacement)
{
    return replaceAllMatches(runtime, text, matches(runtime, text, regex), replacement);
}

std::span<const FunctionRow> stringSearchMethods()
{
    return stringRows;
}

std::span<const FunctionRow> regexMethods()
{
    return regexRows;
}

} // namespace waymark::jinja::javascript
