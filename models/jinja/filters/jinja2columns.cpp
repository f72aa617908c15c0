#include "models/jinja/dialect.h"
#include "models/jinja/filters/jinja2families.h"
#include "models/jinja/filters/jinja2support.h"
#include "models/jinja/generator.h"
#include "models/jinja/itemcursor.h"
#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythonfamilies.h"

namespace waymark::jinja {
namespace {

/// What makes the rows of the filter batch.
class Batches
{
public:
    Batches(Runtime &runtime, const Value &items, Value count, Value fill)
        : m_items(runtime, items)
        , m_count(std::move(count))
        , m_fill(std::move(fill))
    {
    }

    Value next(Runtime &runtime)
    {
        std::vector<Value> row = std::exchange(m_row, {});
        while (!m_isAtEnd) {
            Value item = m_items.next(runtime);
            m_isAtEnd = item.isMissing();
            if (m_isAtEnd)
                break;
            if (runtime.equal(Value(static_cast<qint64>(row.size())), m_count)) {
                m_row = {std::move(item)};
                return listOf(std::move(row));
            }
            row.push_back(std::move(item));
        }
        if (row.empty())
            return {};
        fill(runtime, row);
        return listOf(std::move(row));
    }

private:
    void fill(Runtime &runtime, std::vector<Value> &row) const
    {
        const Value size(static_cast<qint64>(row.size()));
        if (m_fill.isNone() || !runtime.compare(Comparison::Less, size, m_count))
            return;
        const qint64 count = asIndex(runtime, m_count);
        runtime.chargeItems(count);
        row.resize(static_cast<size_t>(count), m_fill);
    }

    ItemCursor m_items;
    Value m_count;
    Value m_fill;
    std::vector<Value> m_row; ///< Begun by the item that was too many for the one before.
    bool m_isAtEnd = false;
};

Value batch(Call &call)
{
    const auto next = [batches = std::optional<Batches>(), items = call[0], count = call[1],
                       fill = call[2]](Runtime &runtime) mutable {
        if (!batches)
            batches.emplace(runtime, items, count, fill);
        return batches->next(runtime);
    };
    return orderedBy(call, generator(next));
}

/// The columns of the filter slice.
std::vector<Value> slices(Runtime &runtime, const Value &value, const Value &count,
                          const Value &fill)
{
    const std::vector<Value> items = runtime.items(value);
    const Value size(static_cast<qint64>(items.size()));
    const auto &dialect = runtime.dialect();
    const qint64 each
        = asIndex(runtime, dialect.binary(runtime, BinaryOperator::FloorDivide, size, count));
    const qint64 longer
        = asIndex(runtime, dialect.binary(runtime, BinaryOperator::Modulo, size, count));
    const qint64 columns = asIndex(runtime, count);
    runtime.chargeItems(std::max<qint64>(columns, 0));
    std::vector<Value> result;
    auto at = items.begin();
    for (qint64 i = 0; i < columns; ++i) {
        const auto end = at + each + (i < longer ? 1 : 0);
        std::vector<Value> column(at, end);
        if (!fill.isNone() && i >= longer)
            column.push_back(fill);
        result.push_back(listOf(std::move(column)));
        at = end;
    }
    return result;
}

Value slice(Call &call)
{
    const auto next = [columns = std::optional<std::vector<Value>>(), index = size_t(0),
                       value = call[0], count = call[1], fill = call[2]](Runtime &runtime) mutable {
        if (!columns)
            columns = slices(runtime, value, count, fill);
        return index < columns->size() ? (*columns)[index++] : Value();
    };
    return orderedBy(call, generator(next));
}

constexpr FunctionRow rows[] = {
    {u"batch", "do_batch(value, linecount, fill_with=None)", batch, Flow::Own},
    {u"slice", "sync_do_slice(value, slices, fill_with=None)", slice, Flow::Own},
};

} // namespace

std::span<const FunctionRow> jinja2ColumnFilters()
{
    return rows;
}

} // namespace waymark::jinja
