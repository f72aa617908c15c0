#pragma once

#include <QList>

#include <numeric>

namespace waymark {

/// Rows that follow each other, the last one included.
struct RowRange
{
    qsizetype first = 0;
    qsizetype last = 0;
    friend bool operator==(const RowRange &, const RowRange &) = default;
};

/// The ranges of numbers below `count` for which `isIn` holds.
template<typename Predicate>
[[nodiscard]] QList<RowRange> rangesOf(qsizetype count, Predicate isIn)
{
    QList<RowRange> ranges;
    for (qsizetype i = 0; i < count; ++i) {
        if (!isIn(i))
            continue;
        if (!ranges.isEmpty() && ranges.last().last == i - 1)
            ranges.last().last = i;
        else
            ranges += RowRange{i, i};
    }
    return ranges;
}

/// 0, 1, 2, … below `count`.
[[nodiscard]] inline QList<qsizetype> numbers(qsizetype count)
{
    QList<qsizetype> all(count);
    std::iota(all.begin(), all.end(), qsizetype(0));
    return all;
}

} // namespace waymark
