#include "models/jinja/methods/javascriptcallbacks.h"

#include "models/jinja/dialects/javascript.h"
#include "models/jinja/methods/javascripttext.h"

#include <algorithm>
#include <cmath>

namespace waymark::jinja::javascript {
namespace {

/// The first item from either end that the callback is true for; -1: none.
qint64 indexWhere(Call &call, bool fromEnd, bool wanted = true)
{
    (void)callbackOf(call);
    const size_t size = call[0].items().items.size();
    for (size_t i = 0; i < size && i < call[0].items().items.size(); ++i) {
        const size_t index = fromEnd ? size - 1 - i : i;
        if (call.runtime().truthy(answerFor(call, index)) == wanted)
            return static_cast<qint64>(index);
    }
    return -1;
}

Value itemAt(Call &call, qint64 index)
{
    return index < 0 ? Value::undefined() : call[0].items().items[static_cast<size_t>(index)];
}

Value every(Call &call)
{
    return indexWhere(call, false, false) < 0;
}
Value some(Call &call)
{
    return indexWhere(call, false) >= 0;
}
Value find(Call &call)
{
    return itemAt(call, indexWhere(call, false));
}
Value findIndex(Call &call)
{
    return indexWhere(call, false);
}
Value findLast(Call &call)
{
    return itemAt(call, indexWhere(call, true));
}
Value findLastIndex(Call &call)
{
    return indexWhere(call, true);
}

/// includes() finds NaN, indexOf() does not.
qint64 placeOf(Call &call, bool findsNaN)
{
    const auto &items = call[0].items().items;
    const auto isNaN = [](const Value &value) {
        return value.is(Value::Type::Float) && std::isnan(value.real());
    };
    for (auto i = static_cast<size_t>(relativeIndex(call, 2, std::ssize(items), 0));
         i < items.size(); ++i) {
        call.runtime().charge(1);
        const bool areNaN = findsNaN && isNaN(items[i]) && isNaN(call[1]);
        if (areNaN || strictlyEqual(call.runtime(), items[i], call[1]))
            return static_cast<qint64>(i);
    }
    return -1;
}

Value includes(Call &call)
{
    return placeOf(call, true) >= 0;
}
Value indexOf(Call &call)
{
    return placeOf(call, false);
}

Value lastIndexOf(Call &call)
{
    const auto &items = call[0].items().items;
    const auto size = static_cast<double>(items.size());
    const double from = call.given() > 2 ? javascript::toNumber(call.runtime(), call[2]) : size - 1;
    const double last = std::isnan(from) ? 0 : std::trunc(from);
    double end = last < 0 ? size + last + 1 : std::min(last + 1, size);
    for (; end > 0; --end) {
        call.runtime().charge(1);
        const auto index = static_cast<size_t>(end) - 1;
        if (strictlyEqual(call.runtime(), items[index], call[1]))
            return static_cast<qint64>(index);
    }
    return -1;
}

constexpr FunctionRow findingRows[] = {
    {u"includes", "includes(self, wanted, from)", includes},
    {u"indexOf", "indexOf(self, wanted, from)", indexOf},
    {u"lastIndexOf", "lastIndexOf(self, wanted, from)", lastIndexOf},
    {u"every", "every(self, callback)", every},
    {u"find", "find(self, callback)", find, Flow::Items},
    {u"findIndex", "findIndex(self, callback)", findIndex},
    {u"findLast", "findLast(self, callback)", findLast, Flow::Items},
    {u"findLastIndex", "findLastIndex(self, callback)", findLastIndex},
    {u"some", "some(self, callback)", some},
};

} // namespace

std::span<const FunctionRow> arrayFindingMethods()
{
    return findingRows;
}

} // namespace waymark::jinja::javascript
