#include "models/jinja/dialects/pythoncomplex.h"
#include "models/jinja/filters/jinja2support.h"
#include "models/jinja/methods/pythonbytes.h"
#include "models/jinja/tests/jinja2families.h"

namespace waymark::jinja {
namespace {

Value isNone(Call &call)
{
    return {call[0].isNone()};
}
Value isBoolean(Call &call)
{
    return {call[0].is(Value::Type::Bool)};
}
Value isFalse(Call &call)
{
    return {call[0].is(Value::Type::Bool) && !call[0].boolean()};
}
Value isTrue(Call &call)
{
    return {call[0].is(Value::Type::Bool) && call[0].boolean()};
}
Value isInteger(Call &call)
{
    return {call[0].isIntegral() && !call[0].is(Value::Type::Bool)};
}
Value isFloat(Call &call)
{
    return {call[0].is(Value::Type::Float)};
}
Value isNumber(Call &call)
{
    return {call[0].isNumber() || call[0].as<ComplexObject>()};
}
Value isString(Call &call)
{
    return {call[0].isText()};
}

Value isMapping(Call &call)
{
    const bool isPlain = call[0].is(Value::Type::Object) && !call[0].object().plain().isMissing();
    return {call[0].is(Value::Type::Dict) || isPlain};
}

/// What has a length and can be subscripted.
Value isSequence(Call &call)
{
    const Value &value = call[0];
    const bool isStrict = value.isUndefined() && call.runtime().isStrict(value);
    return {!isStrict
            && (value.isText() || value.isSequence() || value.is(Value::Type::Dict)
                || value.is(Value::Type::Range) || value.isUndefined() || value.as<BytesObject>())};
}

Value isIterable(Call &call)
{
    if (call[0].isUndefined() && call.runtime().isStrict(call[0]))
        call.runtime().failUndefined(call[0]);
    return {call[0].isUndefined() || call.runtime().isIterable(call[0])};
}

/// An Undefined has a __call__ too, which only fails.
Value isCallable(Call &call)
{
    onlyOneArgument(call);
    return {call[0].isUndefined() || call.runtime().isCallable(call[0])};
}

constexpr FunctionRow typeRows[] = {
    {u"boolean", "test_boolean(value)", isBoolean},
    {u"callable", "callable(/, *args, **kwargs)", isCallable},
    {u"false", "test_false(value)", isFalse},
    {u"float", "test_float(value)", isFloat},
    {u"integer", "test_integer(value)", isInteger},
    {u"iterable", "test_iterable(value)", isIterable},
    {u"mapping", "test_mapping(value)", isMapping},
    {u"none", "test_none(value)", isNone},
    {u"number", "test_number(value)", isNumber},
    {u"sequence", "test_sequence(value)", isSequence},
    {u"string", "test_string(value)", isString},
    {u"true", "test_true(value)", isTrue},
};

} // namespace

std::span<const FunctionRow> jinja2TypeTests()
{
    return typeRows;
}

} // namespace waymark::jinja
