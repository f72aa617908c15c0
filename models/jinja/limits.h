#pragma once

#include <QtTypes>

#include <chrono>
#include <optional>

namespace waymark::jinja {

/// What one render may use up before it ends in a located error. All but the clock are counts, so
/// that a render ends at the same place everywhere.
struct Limits
{
    quint64 steps = 100'000'000; ///< Nodes run; filters are charged for what they go through.
    int depth = 200; ///< Macros, includes, blocks and recursive loops inside each other.
    qsizetype output
        = qsizetype(64) * 1024 * 1024; ///< Bytes of output, and of any one text on the way.
    qsizetype items = 10'000'000; ///< Of any one list or range.
    std::optional<std::chrono::milliseconds> time = {}; ///< Only where somebody waits for it.
};

} // namespace waymark::jinja
