#pragma once

#include "models/jinja/nursery.h"
#include "models/jinja/value.h"

#include <utility>
#include <vector>

namespace waymark::jinja {

/// The items of a list or tuple.
struct ListData : Container
{
    ListData() = default;
    explicit ListData(std::vector<Value> values)
        : items(std::move(values))
    {
    }
    std::vector<Value> items;
    Tags shape = 0; ///< What its length and order come from.

protected:
    void drop() override { const std::vector<Value> dropped = std::move(items); }
};

/// Python's range(): counted, never laid out.
struct RangeData : Shared
{
    RangeData(qint64 from, qint64 to, qint64 by)
        : start(from)
        , stop(to)
        , step(by)
    {
    }
    [[nodiscard]] qint64 size() const;
    [[nodiscard]] qint64 at(qint64 index) const { return start + index * step; }
    qint64 start;
    qint64 stop;
    qint64 step; ///< Not 0.
};

struct IntegerData : Shared
{
    explicit IntegerData(Integer integer)
        : value(std::move(integer))
    {
    }
    const Integer value;
};

/// Why there is no value, for the message of whoever needs one.
struct UndefinedData : Shared
{
    QString hint = {}; ///< The whole message, where there is a special one.
    Value owner = {}; ///< What has no such attribute or element; Missing for a variable.
    Value name = {}; ///< Of the variable, attribute or element.
    bool lenient = false; ///< Whatever the environment says (an inline if without else).
    bool unsafe = false; ///< Refused by the sandbox.
};

/// A map in the order of its first insertions, by Python's equality of keys (1, 1.0 and True are
/// one key). In JavaScript's dialect all keys are texts.
struct DictData : Container
{
    struct Entry
    {
        Value key;
        Value value;
        size_t hash = 0;
    };
    DictData() = default;
    DictData(const DictData &other);
    DictData(DictData &&other) noexcept;

    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_entries.size()); }
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    /// `key` is hashable (see hashOf). Valid until the map changes.
    [[nodiscard]] Value *find(const Value &key);
    [[nodiscard]] Value *find(const QString &key);
    [[nodiscard]] const Value *find(const Value &key) const;
    [[nodiscard]] const Value *find(const QString &key) const;
    /// The same with `hash` of the text, where it is known.
    [[nodiscard]] const Value *find(const QString &key, size_t hash) const;
    /// The place of the entry, or -1.
    [[nodiscard]] qsizetype indexOf(const QString &key, size_t hash) const;
    [[nodiscard]] Value &valueAt(qsizetype index)
    {
        return m_entries[static_cast<size_t>(index)].value;
    }
    /// Sets `key`; one that is there keeps its place and its first form.
    void insert(const Value &key, Value value);
    void insert(const Value &key, size_t hash, Value value); ///< The same with its hash.
    void insert(const QString &key, Value value) { insert(Value(key), std::move(value)); }
    /// The value that was there, or Missing.
    Value remove(const Value &key);
    void clear();
    /// JavaScript's order: keys that are array indexes first, by number.
    void sortIndexKeys();

    Tags shape = 0; ///< What its size, order and keys come from.
    bool isOrdered = false; ///< It is one of Python's collections.OrderedDict.

protected:
    void drop() override { const std::vector<Entry> dropped = std::move(m_entries); }

private:
    [[nodiscard]] qsizetype indexOf(const Value &key, size_t hash) const;
    void rebuild();

    std::vector<Entry> m_entries;
    std::vector<qint32> m_table; ///< Of indexes, open addressing; empty while there are few.
};

/// Whether `key` may be a key, and its hash; keys that are equal have equal hashes.
[[nodiscard]] bool isHashable(const Value &key);
[[nodiscard]] size_t hashOf(const Value &key);
[[nodiscard]] bool sameKey(const Value &a, const Value &b);

} // namespace waymark::jinja
