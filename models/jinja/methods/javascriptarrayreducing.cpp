#include "models/jinja/methods/javascriptcallbacks.h"

#include "models/jinja/methods/javascripttext.h"

#include <vector>

namespace waymark::jinja::javascript {
namespace {

Value reduced(Call &call, bool fromEnd)
{
    Object &callback = callbackOf(call);
    const std::vector<Value> items = call[0].items().items;
    const bool hasStart = call.given() > 2;
    if (items.empty() && !hasStart)
        call.runtime().fail(FailureKind::Type,
                            QStringLiteral("Reduce of empty array with no initial value"));
    Value result = hasStart ? call[2] : fromEnd ? items.back() : items.front();
    for (size_t i = hasStart ? 0 : 1; i < items.size(); ++i) {
        call.runtime().charge(1);
        const size_t index = fromEnd ? items.size() - 1 - i : i;
        const Value arguments[] = {result, items[index], static_cast<qint64>(index), call[0]};
        result = callback.call(call.runtime(), {arguments, {}});
    }
    return result;
}

Value reduce(Call &call)
{
    return reduced(call, false);
}
Value reduceRight(Call &call)
{
    return reduced(call, true);
}

constexpr FunctionRow reducingRows[] = {
    {u"reduce", "reduce(self, callback, start)", reduce},
    {u"reduceRight", "reduceRight(self, callback, start)", reduceRight},
};

} // namespace

std::span<const FunctionRow> arrayReducingMethods()
{
    return reducingRows;
}

} // namespace waymark::jinja::javascript
