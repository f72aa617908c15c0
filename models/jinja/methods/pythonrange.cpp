#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythonfamilies.h"

namespace waymark::jinja {
namespace {

/// The place of a number in a range, or nothing.
std::optional<qint64> placeOf(Call &call, const Value &wanted)
{
    if (!wanted.isNumber() || !call.runtime().contains(call[0], wanted))
        return std::nullopt;
    const RangeData &range = call[0].range();
    const qint64 number
        = wanted.is(Value::Type::Float) ? static_cast<qint64>(wanted.real()) : wanted.integer();
    return (number - range.start) / range.step;
}

Value index(Call &call)
{
    const Value &wanted = oneArgument(call);
    const auto place = placeOf(call, wanted);
    if (!place) {
        call.runtime().fail(
            FailureKind::Value,
            wanted.isIntegral()
                ? QStringLiteral("%1 is not in range").arg(call.runtime().repr(wanted))
                : QStringLiteral("sequence.index(x): x not in sequence"));
    }
    return {*place};
}

Value count(Call &call)
{
    return {placeOf(call, oneArgument(call)) ? 1 : 0};
}

constexpr FunctionRow rows[] = {
    {u"count", "range.count(self, *args, **kwargs)", count},
    {u"index", "range.index(self, *args, **kwargs)", index},
};

} // namespace

std::span<const FunctionRow> pythonRangeMethods()
{
    return rows;
}

} // namespace waymark::jinja
