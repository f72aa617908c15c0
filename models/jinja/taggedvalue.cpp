#include "models/jinja/taggedvalue.h"

#include <algorithm>

namespace waymark::jinja {

TaggedValue::TaggedValue(const waymark::Value &value)
{
    if (const auto *list = value.toList()) {
        m_kind = Kind::List;
        m_list.reserve(list->size());
        for (const waymark::Value &item : *list)
            m_list.append(TaggedValue(item));
    } else if (const auto *map = value.toMap()) {
        m_kind = Kind::Map;
        m_map.reserve(map->size());
        for (const auto &entry : *map)
            m_map.append({entry.key, TaggedValue(entry.value)});
    } else {
        m_scalar = value;
    }
}

TaggedValue TaggedValue::answer(const QString &name, const waymark::Value &value)
{
    TaggedValue result(value);
    result.addSources({{name}, {}});
    return result;
}

TaggedValue TaggedValue::path(const QString &path)
{
    TaggedValue result{waymark::Value(path)};
    result.m_kind = Kind::Path;
    return result;
}

TaggedValue TaggedValue::ordered(const waymark::Value &value)
{
    if (const auto *list = value.toList()) {
        List items;
        for (const waymark::Value &item : *list)
            items.append(ordered(item));
        return fromList(items);
    }
    const auto *map = value.toMap();
    if (!map)
        return TaggedValue(value);
    Map entries;
    for (const auto &entry : *map)
        entries.append({entry.key, ordered(entry.value)});
    return fromMap(entries).asOrdered();
}

TaggedValue TaggedValue::asOrdered() const
{
    TaggedValue result = *this;
    result.m_isOrdered = isMap();
    return result;
}

TaggedValue TaggedValue::undefined()
{
    TaggedValue result;
    result.m_kind = Kind::Undefined;
    return result;
}

TaggedValue TaggedValue::fromList(const List &items, const Sources &shape)
{
    TaggedValue result;
    result.m_kind = Kind::List;
    result.m_list = items;
    result.m_sources = shape;
    return result;
}

TaggedValue TaggedValue::fromMap(const Map &entries, const Sources &shape)
{
    TaggedValue result;
    result.m_kind = Kind::Map;
    result.m_map = entries;
    result.m_sources = shape;
    return result;
}

Sources TaggedValue::allSources() const
{
    Sources result = m_sources;
    for (const TaggedValue &item : m_list)
        result = result.with(item.allSources());
    for (const Entry &entry : m_map)
        result = result.with(entry.value.allSources());
    return result;
}

const TaggedValue *TaggedValue::find(const QString &key) const
{
    const auto entry = std::ranges::find(m_map, key, &Entry::key);
    return entry == m_map.end() ? nullptr : &entry->value;
}

void TaggedValue::insert(const QString &key, const TaggedValue &value)
{
    if (!isMap())
        *this = fromMap({}, m_sources);
    const auto entry = std::ranges::find(m_map, key, &Entry::key);
    if (entry == m_map.end())
        m_map.append({key, value});
    else
        entry->value = value;
}

void TaggedValue::addSources(const Sources &sources)
{
    m_sources = m_sources.with(sources);
    for (TaggedValue &item : m_list)
        item.addSources(sources);
    for (Entry &entry : m_map)
        entry.value.addSources(sources);
}

waymark::Value TaggedValue::toValue() const
{
    switch (m_kind) {
    case Kind::List: {
        waymark::List items;
        items.reserve(m_list.size());
        for (const TaggedValue &item : m_list)
            items.append(item.toValue());
        return items;
    }
    case Kind::Map: {
        waymark::Map map;
        for (const Entry &entry : m_map)
            map.insert(entry.key, entry.value.toValue());
        return map;
    }
    case Kind::Undefined:
        return {};
    case Kind::Path:
    case Kind::Scalar:
        break;
    }
    return m_scalar;
}

bool operator==(const TaggedValue &a, const TaggedValue &b)
{
    return a.m_kind == b.m_kind && a.m_scalar == b.m_scalar && a.m_list == b.m_list
        && a.m_map == b.m_map && a.m_sources == b.m_sources && a.m_isOrdered == b.m_isOrdered;
}

} // namespace waymark::jinja
