#include "models/jinja/extensions/registry.h"

#include "models/base/shellquoting.h"
#include "models/jinja/filters/registry.h"
#include "models/jinja/methods/pythonfamilies.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

/// yes, on, 1 and true; anything else is false, and None stays None.
Value ansibleBool(Call &call)
{
    const Value &value = call[0];
    if (value.isNone() || value.is(Value::Type::Bool))
        return value;
    if (!value.isText())
        return {value.isNumber() && value.toDouble() == 1};
    const QString word = value.text().toLower();
    return {word == u"yes" || word == u"on" || word == u"1" || word == u"true"};
}

/// Numbers by their value, the words of YAML 1.1 by theirs, all else as Python has it.
Value copierBool(Call &call)
{
    const Value &value = call[0];
    if (value.isNumber())
        return {value.toDouble() != 0};
    if (!value.isText())
        return {call.truthy(0)};
    const QString word = value.text().trimmed().toLower();
    bool isNumber = false;
    const double number = word.toDouble(&isNumber);
    if (isNumber)
        return {number != 0};
    static constexpr QStringView truths[] = {u"y", u"yes", u"t", u"true", u"on"};
    static constexpr QStringView lies[]
        = {u"n", u"no", u"f", u"false", u"off", u"~", u"null", u"none"};
    if (std::ranges::find(truths, QStringView(word)) != std::end(truths))
        return true;
    if (std::ranges::find(lies, QStringView(word)) != std::end(lies))
        return false;
    return {call.truthy(0)};
}

Value ternary(Call &call)
{
    if (call[0].isNone() && !call[3].isNone())
        return call[3];
    return call.truthy(0) ? call[1] : call[2];
}

Value typeDebug(Call &call)
{
    return {call.runtime().typeName(call[0])};
}

/// groupby, whose groups print as plain tuples.
Value groupBy(Call &call)
{
    Runtime &runtime = call.runtime();
    const Value arguments[] = {call[0], call[1]};
    const Function *filter = jinja2Filters().find(QStringLiteral("groupby"));
    const Value groups = Call::run(runtime, *filter, {arguments, {}});
    std::vector<Value> tuples;
    for (const Value &group : runtime.items(groups))
        tuples.push_back(tupleOf(group.items().items));
    return listOf(std::move(tuples));
}

/// shlex.quote()
Value quote(Call &call)
{
    if (call[0].isUndefined())
        call.runtime().failUndefined(call[0]);
    return {shlexQuoted(call.text(0))};
}

constexpr FunctionRow rows[] = {
    {u"ans_groupby", "do_groupby(value, attribute)", groupBy},
    {u"quote", "quote(a)", quote},
    {u"ternary", "ternary(value, true_val, false_val, none_val=None)", ternary},
    {u"type_debug", "type_debug(o)", typeDebug},
};
constexpr FunctionRow ansibleRows[] = {
    {u"bool", "to_bool(a)", ansibleBool},
};
constexpr FunctionRow copierRows[] = {
    {u"bool", "do_bool(value)", copierBool},
};

} // namespace

std::span<const FunctionRow> valueFilters()
{
    return rows;
}
std::span<const FunctionRow> ansibleValueFilters()
{
    return ansibleRows;
}
std::span<const FunctionRow> copierValueFilters()
{
    return copierRows;
}

} // namespace waymark::jinja
