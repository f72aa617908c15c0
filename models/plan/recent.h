#pragma once

#include <QHash>

#include <unordered_map>
#include <utility>

namespace waymark {

/// What was found out in this run or the last, by a key; what neither asked for is forgotten.
template<typename Key, typename Value>
class Recent
{
public:
    /// Begins a run.
    void turn() { m_earlier = std::exchange(m_current, {}); }

    /// What is known of `key`, or null. Valid until clear(), or two runs later.
    [[nodiscard]] Value *find(const Key &key)
    {
        if (const auto known = m_current.find(key); known != m_current.end())
            return &known->second;
        auto earlier = m_earlier.extract(key);
        return earlier ? &m_current.insert(std::move(earlier)).position->second : nullptr;
    }
    Value &insert(const Key &key, Value value)
    {
        return m_current.insert_or_assign(key, std::move(value)).first->second;
    }
    void clear()
    {
        m_current.clear();
        m_earlier.clear();
    }

private:
    struct Hash
    {
        size_t operator()(const Key &key) const { return qHash(key); }
    };
    using Values = std::unordered_map<Key, Value, Hash>;

    Values m_current;
    Values m_earlier;
};

} // namespace waymark
