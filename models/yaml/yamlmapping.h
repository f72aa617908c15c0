#pragma once

#include "models/yaml/yamlnode.h"

#include <QHash>

#include <utility>

namespace waymark {

/// Collects the entries of one map: each key once, in the order in which they came first.
class YamlMapping
{
public:
    /// Whether `key` was there; its value is replaced then.
    bool insert(YamlNode key, YamlNode value, bool isMerged);
    /// Adds what merge keys bring, in front of what is there, which counts more. Of `sources`, a
    /// later one counts less, as in PyYAML.
    void merge(const QList<YamlNode> &sources);

    /// All entries, of which this keeps none.
    [[nodiscard]] QList<YamlNode::Entry> takeEntries()
    {
        m_places.clear();
        return std::exchange(m_entries, {});
    }

private:
    [[nodiscard]] qsizetype placeOf(const QString &key) const;

    QList<YamlNode::Entry> m_entries;
    QHash<QString, qsizetype> m_places; // of the keys, where they are more than a few
};

} // namespace waymark
