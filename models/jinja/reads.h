#pragma once

#include "models/jinja/taggedvalue.h"

#include <QString>

#include <map>

namespace waymark::jinja {

/// How one map of data differs from another. Only what differs is in it.
struct Changes
{
    bool isWhole = false; ///< It is something else, or its keys come from something else.
    bool isReordered = false; ///< Keys came, went, or have other places.
    std::map<QString, Changes> entries = {}; ///< Those that came, went or differ.

    [[nodiscard]] bool isEmpty() const { return !isWhole && !isReordered && entries.empty(); }
};

/// What differs between the contexts of two renders.
[[nodiscard]] Changes changesBetween(const TaggedValue &before, const TaggedValue &after);

/// What may be looked at of a map of data: entries by their keys, also where there are none, or all
/// of it. Lists and texts are looked at as a whole.
class Reads
{
public:
    void noteAll() { m_isAll = true; }
    /// The entry at `key`: that something stands there, and which kind of thing.
    Reads &note(const QString &key);
    void add(const Reads &other);

    /// Whether anything that was looked at is among `changes`.
    [[nodiscard]] bool meet(const Changes &changes) const;

    friend bool operator==(const Reads &, const Reads &) = default;

private:
    bool m_isAll = false;
    std::map<QString, Reads> m_entries;
};

} // namespace waymark::jinja
