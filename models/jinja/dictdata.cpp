#include "models/jinja/containers.h"

#include <algorithm>
#include <optional>

namespace waymark::jinja {
namespace {

constexpr qsizetype scannedSize = 8; // below it, comparing is faster than hashing into a table
constexpr qint32 freeSlot = -1;

} // namespace

DictData::DictData(const DictData &other)
    : Container()
    , shape(other.shape)
    , isOrdered(other.isOrdered)
    , m_entries(other.m_entries)
    , m_table(other.m_table)
{
}

DictData::DictData(DictData &&other) noexcept
    : Container()
    , shape(other.shape)
    , isOrdered(other.isOrdered)
    , m_entries(std::move(other.m_entries))
    , m_table(std::move(other.m_table))
{
}

qsizetype DictData::indexOf(const Value &key, size_t hash) const
{
    if (m_table.empty()) {
        for (size_t i = 0; i < m_entries.size(); ++i) {
            if (m_entries[i].hash == hash && sameKey(m_entries[i].key, key))
                return static_cast<qsizetype>(i);
        }
        return -1;
    }
    const size_t mask = m_table.size() - 1;
    for (size_t slot = hash & mask; m_table[slot] != freeSlot; slot = (slot + 1) & mask) {
        const auto index = static_cast<size_t>(m_table[slot]);
        if (m_entries[index].hash == hash && sameKey(m_entries[index].key, key))
            return m_table[slot];
    }
    return -1;
}

void DictData::rebuild()
{
    m_table.clear();
    if (size() <= scannedSize)
        return;
    size_t capacity = 32;
    while (capacity < m_entries.size() * 3)
        capacity *= 2;
    m_table.assign(capacity, freeSlot);
    for (size_t i = 0; i < m_entries.size(); ++i) {
        size_t slot = m_entries[i].hash & (capacity - 1);
        while (m_table[slot] != freeSlot)
            slot = (slot + 1) & (capacity - 1);
        m_table[slot] = static_cast<qint32>(i);
    }
}

const Value *DictData::find(const Value &key) const
{
    const qsizetype index = indexOf(key, hashOf(key));
    return index < 0 ? nullptr : &m_entries[static_cast<size_t>(index)].value;
}
const Value *DictData::find(const QString &key) const
{
    return find(Value(key));
}
const Value *DictData::find(const QString &key, size_t hash) const
{
    const qsizetype index = indexOf(key, hash);
    return index < 0 ? nullptr : &m_entries[static_cast<size_t>(index)].value;
}
qsizetype DictData::indexOf(const QString &key, size_t hash) const
{
    const auto matches = [&](const Entry &entry) {
        return entry.hash == hash && entry.key.isText() && entry.key.text() == key;
    };
    if (m_table.empty()) {
        const auto found = std::ranges::find_if(m_entries, matches);
        return found == m_entries.end() ? -1 : std::distance(m_entries.begin(), found);
    }
    const size_t mask = m_table.size() - 1;
    for (size_t slot = hash & mask; m_table[slot] != freeSlot; slot = (slot + 1) & mask) {
        if (matches(m_entries[static_cast<size_t>(m_table[slot])]))
            return m_table[slot];
    }
    return -1;
}

Value *DictData::find(const Value &key)
{
    const qsizetype index = indexOf(key, hashOf(key));
    return index < 0 ? nullptr : &m_entries[static_cast<size_t>(index)].value;
}
Value *DictData::find(const QString &key)
{
    return find(Value(key));
}

void DictData::insert(const Value &key, Value value)
{
    insert(key, hashOf(key), std::move(value));
}

void DictData::insert(const Value &key, size_t hash, Value value)
{
    if (const qsizetype index = indexOf(key, hash); index >= 0) {
        m_entries[static_cast<size_t>(index)].value = std::move(value);
        return;
    }
    m_entries.push_back({key, std::move(value), hash});
    if (m_table.empty() ? size() > scannedSize : m_entries.size() * 3 > m_table.size() * 2) {
        rebuild();
    } else if (!m_table.empty()) {
        const size_t mask = m_table.size() - 1;
        size_t slot = hash & mask;
        while (m_table[slot] != freeSlot)
            slot = (slot + 1) & mask;
        m_table[slot] = static_cast<qint32>(m_entries.size() - 1);
    }
}

Value DictData::remove(const Value &key)
{
    const qsizetype index = indexOf(key, hashOf(key));
    if (index < 0)
        return {};
    Value removed = std::move(m_entries[static_cast<size_t>(index)].value);
    m_entries.erase(m_entries.begin() + index);
    rebuild();
    return removed;
}

void DictData::clear()
{
    m_entries.clear();
    m_table.clear();
}

void DictData::sortIndexKeys()
{
    const auto indexKey = [](const Entry &entry) -> std::optional<quint32> {
        const QString &key = entry.key.text();
        bool isNumber = false;
        const quint32 index = key.toUInt(&isNumber);
        return isNumber && index != 0xffffffffU && QString::number(index) == key
            ? std::optional(index)
            : std::nullopt;
    };
    if (std::ranges::none_of(m_entries,
                             [&](const Entry &entry) { return indexKey(entry).has_value(); }))
        return;
    const auto rest
        = std::stable_partition(m_entries.begin(), m_entries.end(),
                                [&](const Entry &entry) { return indexKey(entry).has_value(); });
    std::stable_sort(m_entries.begin(), rest,
                     [&](const Entry &a, const Entry &b) { return *indexKey(a) < *indexKey(b); });
    rebuild();
}

} // namespace waymark::jinja
