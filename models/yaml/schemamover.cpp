#include "models/yaml/schemamover.h"

#include "models/yaml/schemakeywords.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr QLatin1StringView place("$waymark-moved");

} // namespace

SchemaMover::SchemaMover(const Value &schema)
    : m_schema(copied(schema, true))
{
    if (Map *root = m_schema.toMap(); root && !m_moved.isEmpty())
        root->insert(QString(place), m_moved);
    m_nameReferences.removeDuplicates();
}

Value SchemaMover::copied(const Value &value, bool isSchema)
{
    if (const Map *map = value.toMap())
        return copiedMap(*map, isSchema);
    if (!value.toList())
        return value;
    List items;
    for (const Value &item : *value.toList())
        items.append(copied(item, isSchema));
    return items;
}

Value SchemaMover::copiedMap(const Map &map, bool isSchema)
{
    Map result;
    for (const Map::Entry &entry : map) {
        const bool isData = isSchema && holdsData(entry.key);
        Value value
            = isData ? entry.value : copied(entry.value, !isSchema || !holdsNames(entry.key));
        const bool isForNames = isSchema && entry.key == u"propertyNames";
        if (isForNames || (isSchema && entry.key == u"contains"))
            value = moved(value);
        if (const Map *behind = isForNames ? value.toMap() : nullptr)
            m_nameReferences.append(behind->value(u"$ref").textOr());
        result.insert(entry.key, value);
    }
    return result;
}

/// A reference to `schema`, which gets a place of its own, unless it is one. What it holds stays
/// beside the reference, where others may point at it.
Value SchemaMover::moved(const Value &schema)
{
    const Map *map = schema.toMap();
    if ((!map && !schema.toBool()) || (map && map->contains(u"$ref")))
        return schema;
    const QString name = QString::number(m_moved.size());
    m_moved.insert(name, schema);
    Map reference = map ? *map : Map();
    reference.insert(u"$ref"_s, "#/"_L1 + place + u'/' + name);
    return reference;
}

} // namespace waymark
