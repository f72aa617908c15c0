#include "models/jinja/extensions/pythonregex.h"
#include "models/jinja/extensions/registry.h"
#include "models/jinja/methods/pythonfamilies.h"

namespace waymark::jinja {
namespace {

QString textOf(Call &call, const Value &value)
{
    if (value.isUndefined())
        call.runtime().failUndefined(value);
    return call.runtime().text(value);
}

RegexOptions flags(Call &call, size_t ignoreCase, size_t multiline)
{
    return {.ignoreCase = call.truthy(ignoreCase), .multiline = call.truthy(multiline)};
}

/// re.findall(): texts where there is at most one group, else tuples.
Value findAll(Call &call)
{
    const PythonRegex regex(call.runtime(), textOf(call, call[1]), flags(call, 3, 2));
    const QString text = textOf(call, call[0]);
    std::vector<Value> found;
    for (const RegexMatch &match : regex.findAll(text)) {
        const auto group = [&](qsizetype at) { return Value(match.in(text, at).toString()); };
        if (regex.groupCount() < 2) {
            found.push_back(group(regex.groupCount()));
            continue;
        }
        std::vector<Value> groups;
        for (qsizetype i = 1; i <= regex.groupCount(); ++i)
            groups.push_back(group(i));
        found.push_back(tupleOf(std::move(groups)));
    }
    return listOf(std::move(found));
}

Value replace(Call &call)
{
    const PythonRegex regex(call.runtime(), textOf(call, call[1]), flags(call, 3, 4));
    return {regex.replaced(textOf(call, call[0]), textOf(call, call[2]))};
}

Value ansibleReplace(Call &call)
{
    const PythonRegex regex(call.runtime(), textOf(call, call[1]), {.ignoreCase = call.truthy(3)});
    return {regex.replaced(textOf(call, call[0]), textOf(call, call[2]))};
}

Value escape(Call &call)
{
    const QString type = textOf(call, call[1]);
    if (type == u"python")
        return {pythonEscapedPattern(textOf(call, call[0]))};
    if (type != u"posix_basic") {
        const auto message = type == u"posix_extended"
            ? QStringLiteral("Regex type (%1) not yet implemented")
            : QStringLiteral("Invalid regex type (%1)");
        call.runtime().fail(FailureKind::Value, message.arg(type));
    }
    const PythonRegex special(call.runtime(), QStringLiteral(R"(([].[^$*\\]))"));
    return {special.replaced(textOf(call, call[0]), QStringLiteral(R"(\\\1)"))};
}

/// The group that "\1" or "\g<name>" stands for.
qsizetype groupOf(const Call &call, const PythonRegex &regex, const Value &reference,
                  const QString &unknown)
{
    const QString text = reference.isText() ? reference.text() : QString();
    bool isNumber = false;
    const int number = text.startsWith(u'\\') ? text.sliced(1).toInt(&isNumber) : 0;
    if (isNumber && number > regex.groupCount())
        call.runtime().fail(FailureKind::Key, QStringLiteral("no such group"));
    if (isNumber)
        return number;
    if (!text.startsWith(u"\\g<") || !text.endsWith(u'>') || text.size() < 5)
        call.runtime().fail(FailureKind::Value, unknown);
    return regex.groupNamed(text.sliced(3, text.size() - 4));
}

Value groupValue(const RegexMatch &match, const QString &text, qsizetype group)
{
    return match.groups[group].isValid() ? Value(match.in(text, group).toString()) : Value::none();
}

Value search(Call &call, bool keepsSingle, const QString &unknown)
{
    Runtime &runtime = call.runtime();
    RegexOptions options;
    for (const NamedArgument &keyword : call.keywords()) {
        if (keyword.name == u"ignorecase")
            options.ignoreCase = runtime.truthy(keyword.value);
        else if (keyword.name == u"multiline")
            options.multiline = runtime.truthy(keyword.value);
        else if (!keepsSingle) {
            runtime.fail(FailureKind::Type,
                         QStringLiteral("%1() got an unexpected keyword argument '%2'")
                             .arg(call.function().pythonName, keyword.name));
        }
    }
    const PythonRegex regex(runtime, textOf(call, call[1]), options);
    const QString text = textOf(call, call[0]);
    std::vector<qsizetype> groups;
    for (const Value &reference : call.rest())
        groups.push_back(groupOf(call, regex, reference, unknown));
    const auto match = regex.search(text);
    if (!match)
        return Value::none();
    if (groups.empty())
        return {match->in(text).toString()};
    if (groups.size() == 1 && !keepsSingle)
        return groupValue(*match, text, groups.front());
    std::vector<Value> items;
    items.reserve(groups.size());
    for (const qsizetype group : groups)
        items.push_back(groupValue(*match, text, group));
    return listOf(std::move(items));
}

/// Groups are always a list.
Value ansibleSearch(Call &call)
{
    return search(call, true, QStringLiteral("Unknown argument"));
}

/// One group is a text.
Value copierSearch(Call &call)
{
    return search(call, false, QStringLiteral("Invalid backref format"));
}

constexpr FunctionRow ansibleRows[] = {
    {u"regex_escape", "regex_escape(string, re_type='python')", escape},
    {u"regex_findall", "regex_findall(value, regex, multiline=False, ignorecase=False)", findAll},
    {u"regex_replace", "regex_replace(value='', pattern='', replacement='', ignorecase=False)",
     ansibleReplace},
    {u"regex_search", "regex_search(value, regex, *args, **kwargs)", ansibleSearch},
};
constexpr FunctionRow copierRows[] = {
    {u"regex_escape", "do_regex_escape(pattern, re_type='python')", escape},
    {u"regex_findall", "do_regex_findall(string, regex, multiline=False, ignorecase=False)",
     findAll},
    {u"regex_replace",
     "do_regex_replace(string, pattern, replacement, ignorecase=False, multiline=False)", replace},
    {u"regex_search", "do_regex_search(string, pattern, *args, **kwargs)", copierSearch},
};

} // namespace

std::span<const FunctionRow> ansibleRegexFilters()
{
    return ansibleRows;
}
std::span<const FunctionRow> copierRegexFilters()
{
    return copierRows;
}

} // namespace waymark::jinja
