#pragma once

#include "models/base/integer.h"
#include "models/jinja/runtime.h"

#include <array>

namespace waymark::jinja {

/// Python's random.Random: the same numbers for the same seed. Without a seed it draws from the
/// render's.
class PythonRandom
{
public:
    /// `seed` is a text or an integer; None: the render's.
    PythonRandom(Runtime &runtime, const Value &seed);
    /// From 0 to `limit` - 1; `limit` is at least 1.
    [[nodiscard]] Integer below(const Integer &limit);
    [[nodiscard]] size_t index(size_t count); ///< The same for few.
    void shuffle(std::vector<Value> &items);

private:
    void fill(const std::vector<quint32> &key);
    void start(quint32 seed);
    [[nodiscard]] quint32 next();
    [[nodiscard]] Integer bits(qint64 count);

    Runtime &m_runtime;
    bool m_isSeeded;
    std::array<quint32, 624> m_state = {};
    size_t m_at = 624;
};

} // namespace waymark::jinja
