#pragma once

#include <QtTypes>

#include <algorithm>
#include <vector>

namespace waymark::jinja {

/// The lists and maps that are being written out, one inside the other: tells one that holds itself
/// from one that is only deep.
class OpenContainers
{
public:
    /// Where CPython's own recursion ends, and before this process's does.
    static constexpr size_t deepest = 900;

    enum class Met : quint8 {
        First, ///< It is open until close().
        Inside, ///< Of itself.
        TooDeep,
    };

    /// `identity` is the container's address.
    [[nodiscard]] Met open(const void *identity)
    {
        if (std::ranges::find(m_open, identity) != m_open.end())
            return Met::Inside;
        if (m_open.size() >= deepest)
            return Met::TooDeep;
        m_open.push_back(identity);
        return Met::First;
    }
    void close() { m_open.pop_back(); }
    [[nodiscard]] qsizetype depth() const { return static_cast<qsizetype>(m_open.size()); }

private:
    std::vector<const void *> m_open;
};

} // namespace waymark::jinja
