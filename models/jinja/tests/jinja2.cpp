#include "models/jinja/dialect.h"
#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythoncharacters.h"
#include "models/jinja/tests/jinja2families.h"

namespace waymark::jinja {
namespace {

/// value % divisor == rest, by Python's rules for any values.
bool hasRest(Call &call, const Value &divisor, int rest)
{
    Runtime &runtime = call.runtime();
    const Value modulo
        = runtime.dialect().binary(runtime, BinaryOperator::Modulo, call[0], divisor);
    return runtime.equal(modulo, Value(rest));
}

Value odd(Call &call)
{
    return {hasRest(call, Value(2), 1)};
}
Value even(Call &call)
{
    return {hasRest(call, Value(2), 0)};
}
Value divisibleBy(Call &call)
{
    return {hasRest(call, call[1], 0)};
}

Value isDefined(Call &call)
{
    return {!call[0].isUndefined()};
}
Value isUndefined(Call &call)
{
    return {call[0].isUndefined()};
}

/// Fails for what cannot be looked up in a map of names.
void requireName(Call &call)
{
    if (call[0].isUndefined() && call.runtime().isStrict(call[0]))
        call.runtime().failUndefined(call[0]);
    requireHashable(call.runtime(), call[0]);
}

Value isFilter(Call &call)
{
    requireName(call);
    return {call[0].isText() && call.runtime().findFilter(call[0].text()) != nullptr};
}
Value isTest(Call &call)
{
    requireName(call);
    return {call[0].isText() && call.runtime().findTest(call[0].text()) != nullptr};
}

Value isLower(Call &call)
{
    return {isPythonLowerText(call.text(0))};
}
Value isUpper(Call &call)
{
    return {isPythonUpperText(call.text(0))};
}
/// Whether it has __html__, as ChainableUndefined has.
Value isEscaped(Call &call)
{
    const Value &value = call[0];
    const bool isChainable
        = value.isUndefined() && call.runtime().options().undefined == UndefinedKind::Chainable;
    return {value.isMarkup() || isChainable};
}

/// Each use of a name that is not there makes an Undefined of its own.
Value sameAs(Call &call)
{
    if (call[0].isUndefined() && call[1].isUndefined())
        return {call[0].undefinedReason() == call[1].undefinedReason()};
    return {call[0].isSame(call[1])};
}

Value isIn(Call &call)
{
    return {call.runtime().contains(call[1], call[0])};
}

constexpr FunctionRow rows[] = {
    {u"defined", "test_defined(value)", isDefined},
    {u"divisibleby", "test_divisibleby(value, num)", divisibleBy},
    {u"escaped", "test_escaped(value)", isEscaped},
    {u"even", "test_even(value)", even},
    {u"filter", "test_filter(&env, value)", isFilter},
    {u"in", "test_in(value, seq)", isIn},
    {u"lower", "test_lower(value)", isLower},
    {u"odd", "test_odd(value)", odd},
    {u"sameas", "test_sameas(value, other)", sameAs},
    {u"test", "test_test(&env, value)", isTest},
    {u"undefined", "test_undefined(value)", isUndefined},
    {u"upper", "test_upper(value)", isUpper},
};

} // namespace

std::span<const FunctionRow> jinja2PropertyTests()
{
    return rows;
}

} // namespace waymark::jinja
