#include "models/jinja/filters/nunjucksfamilies.h"

#include "models/jinja/filters/nunjucksarguments.h"
#include "models/jinja/filters/nunjucksproperties.h"

#include <algorithm>
#include <cmath>

namespace waymark::jinja {
namespace {

using javascript::toNumber;

Value batch(Call &call)
{
    const std::vector<Value> items = elements(call, 0);
    const double size = toNumber(call.runtime(), call[1]);
    std::vector<Value> batches;
    std::vector<Value> current;
    for (size_t i = 0; i < items.size(); ++i) {
        if (std::fmod(static_cast<double>(i), size) == 0 && !current.empty())
            batches.push_back(newArray(std::exchange(current, {})));
        current.push_back(items[i]);
    }
    if (current.empty())
        return newArray(std::move(batches));
    for (auto i = static_cast<double>(current.size()); call.truthy(2) && i < size; ++i) {
        call.runtime().chargeItems(static_cast<qsizetype>(i) + 1);
        current.push_back(call[2]);
    }
    batches.push_back(newArray(std::move(current)));
    return newArray(std::move(batches));
}

Value slice(Call &call)
{
    if (isNothing(call[0])) {
        call.runtime().fail(
            FailureKind::Type,
            QStringLiteral("Cannot read properties of %1 (reading 'length')").arg(call.text(0)));
    }
    const double slices = toNumber(call.runtime(), call[1]);
    const bool fills = call.truthy(2);
    if (!(slices > 0))
        return newArray({});
    if (!javascript::isIterable(call[0]))
        call.runtime().fail(FailureKind::Type, QStringLiteral("arr.slice is not a function"));
    call.runtime().chargeItems(slices > 1e15 ? qsizetype(1e15)
                                             : static_cast<qsizetype>(std::ceil(slices)));
    const auto size = static_cast<double>(*javascript::length(call.runtime(), call[0]));
    const double length = std::floor(size / slices);
    const double extra = std::fmod(size, slices);
    const auto at = [&](double index) {
        return static_cast<qsizetype>(std::clamp(std::trunc(index), 0.0, size));
    };
    std::vector<Value> result;
    double offset = 0;
    for (double i = 0; i < slices; ++i) {
        const qsizetype start = at(offset + i * length);
        if (i < extra)
            ++offset;
        const qsizetype end = std::max(start, at(offset + (i + 1) * length));
        if (fills && i >= extra && call[0].isText())
            call.runtime().fail(FailureKind::Type,
                                QStringLiteral("currSlice.push is not a function"));
        if (call[0].isText()) {
            result.emplace_back(call[0].text().sliced(start, end - start));
            continue;
        }
        const auto &items = call[0].items().items;
        std::vector<Value> part(items.begin() + start, items.begin() + end);
        if (fills && i >= extra)
            part.push_back(call[2]);
        result.push_back(newArray(std::move(part)));
    }
    return newArray(std::move(result));
}

Value groupby(Call &call)
{
    auto groups = make<DictData>();
    for (const Value &item : elements(call, 0)) {
        const Value key = ownPropertyOf(call, item, call[1]);
        if (key.isUndefined() && call.runtime().options().undefined == UndefinedKind::Strict) {
            call.runtime().fail(FailureKind::Type,
                                QStringLiteral("groupby: attribute \"%1\" resolved to undefined")
                                    .arg(call.text(1)));
        }
        Value name(call.runtime().text(key));
        name.setTags(call.runtime().deepTags(key));
        if (!groups->find(name))
            groups->insert(name, newArray({}));
        groups->find(name)->items().items.push_back(item);
        groups->shape = call.runtime().tagTable().united(groups->shape, name.tags());
    }
    groups->sortIndexKeys();
    return {groups};
}

constexpr FunctionRow rows[] = {
    {u"batch", "batch(arr, linecount, fillWith)", batch, Flow::Items},
    {u"groupby", "groupby(arr, attr)", groupby, Flow::Items},
    {u"slice", "slice(arr, slices, fillWith)", slice, Flow::Items},
};

} // namespace

std::span<const FunctionRow> nunjucksGroupFilters()
{
    return rows;
}

} // namespace waymark::jinja
