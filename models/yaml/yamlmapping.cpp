#include "models/yaml/yamlmapping.h"

#include <algorithm>
#include <ranges>

namespace waymark {
namespace {

constexpr qsizetype few = 8; // entries that are faster looked through than hashed

} // namespace

qsizetype YamlMapping::placeOf(const QString &key) const
{
    if (!m_places.isEmpty())
        return m_places.value(key, -1);
    const auto found = std::ranges::find_if(
        m_entries, [&key](const YamlNode::Entry &entry) { return entry.key.isText(key); });
    return found == m_entries.cend() ? -1 : std::distance(m_entries.cbegin(), found);
}

bool YamlMapping::insert(YamlNode key, YamlNode value, bool isMerged)
{
    const QString name = key.text();
    const qsizetype place = placeOf(name);
    if (place >= 0) {
        m_entries[place] = {std::move(key), std::move(value), isMerged};
        return true;
    }
    m_entries.append({std::move(key), std::move(value), isMerged});
    if (m_entries.size() == few) {
        for (qsizetype i = 0; i < few; ++i)
            m_places.insert(m_entries.at(i).key.text(), i);
    } else if (m_entries.size() > few) {
        m_places.insert(name, m_entries.size() - 1);
    }
    return false;
}

void YamlMapping::merge(const QList<YamlNode> &sources)
{
    const QList<YamlNode::Entry> own = std::exchange(m_entries, {});
    m_places.clear();
    for (const YamlNode &source : std::views::reverse(sources)) {
        for (const YamlNode::Entry &entry : source.entries())
            insert(entry.key, entry.value, true);
    }
    for (const YamlNode::Entry &entry : own)
        insert(entry.key, entry.value, false);
}

} // namespace waymark
