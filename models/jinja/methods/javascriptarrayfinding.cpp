#include "models/jinja/methods/javascriptcallbacks.h"

#include "models/jinja/methods/javascripttext.h"

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

constexpr FunctionRow findingRows[] = {
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
