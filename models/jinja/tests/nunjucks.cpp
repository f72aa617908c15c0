#include "models/jinja/tests/registry.h"

#include "models/jinja/dialects/javascript.h"
#include "models/jinja/methods/javascripttext.h"

#include <cmath>

namespace waymark::jinja {
namespace {

double remainder(const Call &call, const Value &divisor)
{
    return std::fmod(javascript::toNumber(call.runtime(), call[0]),
                     javascript::toNumber(call.runtime(), divisor));
}

QString text(const Call &call)
{
    if (!call[0].isText())
        call.runtime().fail(FailureKind::Type,
                            QStringLiteral("value.toLowerCase is not a function"));
    return call[0].text();
}

Value callable(Call &call)
{
    return call.runtime().typeName(call[0]) == u"function";
}
Value defined(Call &call)
{
    return !call[0].isUndefined();
}
Value undefined(Call &call)
{
    return call[0].isUndefined();
}
Value divisibleby(Call &call)
{
    return remainder(call, call[1]) == 0;
}
Value even(Call &call)
{
    return remainder(call, Value(2)) == 0;
}
Value odd(Call &call)
{
    return remainder(call, Value(2)) == 1;
}
Value escaped(Call &call)
{
    return call[0].isMarkup();
}
Value equalto(Call &call)
{
    return javascript::strictlyEqual(call.runtime(), call[0], call[1]);
}
Value ne(Call &call)
{
    return !javascript::strictlyEqual(call.runtime(), call[0], call[1]);
}
Value truthy(Call &call)
{
    return call.truthy(0);
}
Value falsy(Call &call)
{
    return !call.truthy(0);
}
Value ge(Call &call)
{
    return javascript::compare(call.runtime(), Comparison::GreaterOrEqual, call[0], call[1]);
}
Value gt(Call &call)
{
    return javascript::compare(call.runtime(), Comparison::Greater, call[0], call[1]);
}
Value le(Call &call)
{
    return javascript::compare(call.runtime(), Comparison::LessOrEqual, call[0], call[1]);
}
Value lt(Call &call)
{
    return javascript::compare(call.runtime(), Comparison::Less, call[0], call[1]);
}
Value lower(Call &call)
{
    return javascript::toLowerCase(text(call)) == call[0].text() && !call[0].isMarkup();
}
Value upper(Call &call)
{
    return javascript::toUpperCase(text(call)) == call[0].text() && !call[0].isMarkup();
}
Value null(Call &call)
{
    return call[0].isNone();
}
Value number(Call &call)
{
    return javascript::isNumber(call[0]);
}
Value string(Call &call)
{
    return call[0].isText() && !call[0].isMarkup();
}
Value iterable(Call &call)
{
    if (call[0].isUndefined() || call[0].isNone()) {
        call.runtime().fail(
            FailureKind::Type,
            QStringLiteral("Cannot read properties of %1 (reading 'Symbol.iterator')")
                .arg(call.text(0)));
    }
    return javascript::isIterable(call[0]);
}
Value mapping(Call &call)
{
    const bool isPlainData = call[0].type() <= Value::Type::Text && !call[0].isMarkup();
    return !isPlainData && !call[0].isSequence() && call.runtime().typeName(call[0]) == u"object";
}

constexpr FunctionRow rows[] = {
    {u"callable", "callable(value)", callable},
    {u"defined", "defined(value)", defined},
    {u"divisibleby", "divisibleby(one, two)", divisibleby},
    {u"eq", "equalto(one, two)", equalto},
    {u"equalto", "equalto(one, two)", equalto},
    {u"escaped", "escaped(value)", escaped},
    {u"even", "even(value)", even},
    {u"falsy", "falsy(value)", falsy},
    {u"ge", "ge(one, two)", ge},
    {u"greaterthan", "greaterthan(one, two)", gt},
    {u"gt", "greaterthan(one, two)", gt},
    {u"iterable", "iterable(value)", iterable},
    {u"le", "le(one, two)", le},
    {u"lessthan", "lessthan(one, two)", lt},
    {u"lower", "lower(value)", lower},
    {u"lt", "lessthan(one, two)", lt},
    {u"mapping", "mapping(value)", mapping},
    {u"ne", "ne(one, two)", ne},
    {u"null", "nullTest(value)", null},
    {u"number", "number(value)", number},
    {u"odd", "odd(value)", odd},
    {u"sameas", "equalto(one, two)", equalto},
    {u"string", "string(value)", string},
    {u"truthy", "truthy(value)", truthy},
    {u"undefined", "undefinedTest(value)", undefined},
    {u"upper", "upper(value)", upper},
};

} // namespace

const FunctionTable &nunjucksTests()
{
    static const FunctionTable table{std::span<const FunctionRow>(rows)};
    return table;
}

} // namespace waymark::jinja
