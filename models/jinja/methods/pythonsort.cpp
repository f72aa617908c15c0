#include "models/jinja/methods/pythonsort.h"

#include <algorithm>
#include <numeric>

namespace waymark::jinja {
namespace {

constexpr size_t shortest = 64; // below it, CPython sorts by binary insertion

using Order = std::vector<size_t>; // of indexes of keys

class Sorter
{
public:
    Sorter(Runtime &runtime, const std::vector<Value> &keys)
        : m_runtime(runtime)
        , m_keys(keys)
    {
    }

    void sort(Order &order)
    {
        if (order.size() < 2)
            return;
        if (order.size() >= shortest) {
            std::ranges::stable_sort(order, [this](size_t a, size_t b) { return isLess(a, b); });
            return;
        }
        for (size_t next = runLength(order); next < order.size(); ++next)
            insert(order, next);
    }

private:
    bool isLess(size_t a, size_t b)
    {
        m_runtime.charge(1);
        return m_runtime.compare(Comparison::Less, m_keys[a], m_keys[b]);
    }

    /// How far `order` is sorted already; a run that falls is turned round.
    size_t runLength(Order &order)
    {
        const bool isFalling = isLess(order[1], order[0]);
        size_t length = 2;
        while (length < order.size() && isLess(order[length], order[length - 1]) == isFalling)
            ++length;
        if (isFalling)
            std::reverse(order.begin(), order.begin() + static_cast<qsizetype>(length));
        return length;
    }

    void insert(Order &order, size_t next)
    {
        const size_t pivot = order[next];
        size_t left = 0;
        size_t right = next;
        while (left < right) {
            const size_t middle = left + (right - left) / 2;
            if (isLess(pivot, order[middle]))
                right = middle;
            else
                left = middle + 1;
        }
        const auto start = order.begin() + static_cast<qsizetype>(left);
        std::move_backward(start, order.begin() + static_cast<qsizetype>(next),
                           order.begin() + static_cast<qsizetype>(next) + 1);
        *start = pivot;
    }

    Runtime &m_runtime;
    const std::vector<Value> &m_keys;
};

} // namespace

std::vector<Value> pythonSorted(Runtime &runtime, std::vector<Value> items,
                                const std::vector<Value> &keys, bool isReverse)
{
    Order order(items.size());
    std::iota(order.begin(), order.end(), size_t(0));
    if (isReverse)
        std::ranges::reverse(order);
    Sorter(runtime, keys).sort(order);
    if (isReverse)
        std::ranges::reverse(order);
    std::vector<Value> sorted;
    sorted.reserve(items.size());
    for (const size_t index : order)
        sorted.push_back(std::move(items[index]));
    return sorted;
}

} // namespace waymark::jinja
