#include "models/jinja/globals/registry.h"

#include "models/jinja/globals/widerange.h"

#include <algorithm>
#include <limits>

namespace waymark::jinja {
namespace {

Integer integer(const Call &call, const Value &value)
{
    if (!value.isIntegral()) {
        call.runtime().fail(FailureKind::Type,
                            QStringLiteral("'%1' object cannot be interpreted as an integer")
                                .arg(call.runtime().typeName(value)));
    }
    return value.toInteger();
}

/// Whether a range may be counted in 64 bits, whatever is added to its ends.
bool isNarrow(const Integer &value)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max() / 4;
    const auto small = value.toInt64();
    return small && *small <= most && *small >= -most;
}

/// As SandboxedEnvironment's, with our own limit for its length.
Value range(Call &call)
{
    const auto arguments = call.rest();
    if (arguments.empty() || arguments.size() > 3) {
        call.runtime().fail(FailureKind::Type,
                            QStringLiteral("range expected %1 %2, got %3")
                                .arg(arguments.empty() ? u"at least 1" : u"at most 3",
                                     arguments.empty() ? u"argument" : u"arguments")
                                .arg(arguments.size()));
    }
    const bool onlyStop = arguments.size() == 1;
    const Integer start = onlyStop ? Integer(0) : integer(call, arguments[0]);
    const Integer stop = integer(call, arguments[onlyStop ? 0 : 1]);
    const Integer step = arguments.size() == 3 ? integer(call, arguments[2]) : Integer(1);
    if (step.isZero())
        call.runtime().fail(FailureKind::Value, QStringLiteral("range() arg 3 must not be zero"));
    if (!isNarrow(start) || !isNarrow(stop) || !isNarrow(step)) {
        const auto wide = make<WideRange>(start, stop, step);
        const Integer most = std::numeric_limits<qsizetype>::max();
        call.runtime().checkItems(static_cast<qsizetype>(*std::min(wide->count(), most).toInt64()));
        return {Reference<Object>(wide)};
    }
    auto result = make<RangeData>(*start.toInt64(), *stop.toInt64(), *step.toInt64());
    call.runtime().checkItems(result->size());
    return {result};
}

constexpr FunctionRow rangeRows[] = {
    {u"range", "safe_range(*args)", range},
};

} // namespace

std::span<const FunctionRow> jinja2RangeGlobals()
{
    return rangeRows;
}

} // namespace waymark::jinja
