#pragma once

#include <algorithm>
#include <span>
#include <utility>

namespace waymark::jinja::javascript {

/// Sorts as V8 does, where `less` is no strict order either (a text is neither less nor greater
/// than an object): up to 64 items it inserts them, each by halving, behind the run that they begin
/// with.
template<typename T, typename Less>
void sort(std::span<T> items, const Less &less)
{
    if (items.size() > 64) {
        std::stable_sort(items.begin(), items.end(), less);
        return;
    }
    if (items.size() < 2)
        return;
    const bool descends = less(items[1], items[0]);
    size_t run = 2;
    while (run < items.size() && less(items[run], items[run - 1]) == descends)
        ++run;
    if (descends)
        std::reverse(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(run));
    for (size_t next = run; next < items.size(); ++next) {
        size_t low = 0;
        size_t high = next;
        while (low < high) {
            const size_t middle = low + (high - low) / 2;
            if (less(items[next], items[middle]))
                high = middle;
            else
                low = middle + 1;
        }
        std::rotate(items.begin() + static_cast<std::ptrdiff_t>(low),
                    items.begin() + static_cast<std::ptrdiff_t>(next),
                    items.begin() + static_cast<std::ptrdiff_t>(next) + 1);
    }
}

} // namespace waymark::jinja::javascript
