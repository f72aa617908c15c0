#include "models/jinja/extensions/registry.h"

#include "models/base/shellquoting.h"
#include "models/jinja/dialect.h"
#include "models/jinja/filters/jinja2families.h"
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

QString undefinedName(const Value &value, const Runtime & /*runtime*/)
{
    const UndefinedData *why = value.undefinedReason();
    return why && why->name.isText() ? why->name.text() : QString();
}

Value ansibleMandatory(Call &call)
{
    if (!call[0].isUndefined())
        return call[0];
    const QString name = undefinedName(call[0], call.runtime());
    const QString shown = name.isEmpty() ? QString() : QStringLiteral("\"%1\" ").arg(name);
    call.runtime().fail(FailureKind::Runtime,
                        call[1].isNone()
                            ? QStringLiteral("Mandatory variable %1 not defined.").arg(shown)
                            : call.text(1));
}

Value copierMandatory(Call &call)
{
    if (!call[0].isUndefined())
        return call[0];
    const QString name = undefinedName(call[0], call.runtime());
    call.runtime().fail(FailureKind::Undefined,
                        call.truthy(1)
                            ? call.text(1)
                            : QStringLiteral("Mandatory variable `%1` is undefined")
                                  .arg(name.isEmpty() ? QStringLiteral("<unknown>") : name));
}

Value typeDebug(Call &call)
{
    return {call.runtime().typeName(call[0])};
}

bool isSequence(const Value &value)
{
    return value.isSequence() || value.is(Value::Type::Range);
}

/// Up to the first null, as Ansible has it.
void flattenAnsible(Call &call, const Value &list, std::optional<qint64> levels,
                    std::vector<Value> &result)
{
    for (const Value &item : call.runtime().items(list)) {
        call.runtime().charge(1);
        const bool isNull = item.isNone()
            || (item.isText() && (item.text() == u"None" || item.text() == u"null"));
        if (isNull)
            return;
        if (!isSequence(item) || (levels && *levels < 1))
            result.push_back(item);
        else
            flattenAnsible(call, item, levels ? std::optional(*levels - 1) : levels, result);
    }
}

/// Without nulls.
void flattenCopier(Call &call, const Value &list, std::optional<qint64> levels,
                   std::vector<Value> &result)
{
    for (const Value &item : call.runtime().items(list)) {
        call.runtime().charge(1);
        const bool isInner = isSequence(item) || item.is(Value::Type::Dict);
        if (isInner && (!levels || *levels >= 1))
            flattenCopier(call, item, levels ? std::optional(*levels - 1) : levels, result);
        else if (!item.isNone())
            result.push_back(item);
    }
}

std::optional<qint64> levelsOf(Call &call)
{
    return call[1].isIntegral() ? call[1].toInteger().toInt64() : std::nullopt;
}

Value ansibleFlatten(Call &call)
{
    std::vector<Value> result;
    flattenAnsible(call, call[0], levelsOf(call), result);
    return listOf(std::move(result));
}

Value copierFlatten(Call &call)
{
    const auto levels = levelsOf(call);
    if (levels && *levels < 1)
        return call[0];
    std::vector<Value> result;
    flattenCopier(call, call[0], levels, result);
    return listOf(std::move(result));
}

/// container[key][morekeys…]
Value extract(Call &call)
{
    Runtime &runtime = call.runtime();
    std::vector<Value> keys = {call[0]};
    if (isSequence(call[2])) {
        for (Value &key : runtime.items(call[2]))
            keys.push_back(std::move(key));
    } else if (!call[2].isNone()) {
        keys.push_back(call[2]);
    }
    Value value = call[1];
    for (const Value &key : keys)
        value = runtime.item(value, key);
    return value;
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
    {u"extract", "extract(item, container, morekeys=None)", extract},
    {u"quote", "quote(a)", quote},
    {u"ternary", "ternary(value, true_val, false_val, none_val=None)", ternary},
    {u"type_debug", "type_debug(o)", typeDebug},
};
constexpr FunctionRow ansibleRows[] = {
    {u"bool", "to_bool(a)", ansibleBool},
    {u"flatten", "flatten(mylist, levels=None)", ansibleFlatten},
    {u"mandatory", "mandatory(a, msg=None)", ansibleMandatory},
};
constexpr FunctionRow copierRows[] = {
    {u"bool", "do_bool(value)", copierBool},
    {u"flatten", "do_flatten(seq, levels=None)", copierFlatten},
    {u"mandatory", "do_mandatory(value, msg=None)", copierMandatory},
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
