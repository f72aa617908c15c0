#include "models/catalog/branches.h"

#include "models/catalog/acceptance.h"
#include "models/catalog/schemaoptions.h"

#include <algorithm>

namespace waymark {
namespace {

/// `properties` in the order of `ui:order`, where "*" stands for all that it does not name.
void reorder(QList<AskedProperty> &properties, const QStringList &order)
{
    const qsizetype rest = order.indexOf(u"*");
    const auto place = [&](const AskedProperty &property) {
        const qsizetype at = order.indexOf(property.name);
        return at >= 0 ? at : rest >= 0 ? rest : order.size();
    };
    std::ranges::stable_sort(properties, {}, place);
}

/// Walks through schemas and takes, at each fork, the way that a value shows.
class Walk
{
public:
    explicit Walk(const Value *value)
        : m_value(value)
        , m_map(value ? value->toMap() : nullptr)
    {
    }

    void take(const Schema &schema)
    {
        takePlain(schema);
        takeOption(schema, schema.oneOf);
    }
    /// Takes the dependencies of all schemas taken, until none is left whose trigger is asked for.
    void takeDependencies();
    [[nodiscard]] Resolved finished();

private:
    void takePlain(const Schema &schema, const QString &exceptProperty = {});
    void takeOption(const Schema &schema, const QList<SchemaPointer> &options);
    void takeCondition(const Schema &schema);
    void takeDependency(const Schema::Dependency &dependency);
    AskedProperty &asked(const QString &name);

    const Value *m_value;
    const Map *m_map;
    Resolved m_resolved;
    QHash<QString, qsizetype> m_places;
    QStringList m_required;
    QList<const Schema::Dependency *> m_pending;
};

AskedProperty &Walk::asked(const QString &name)
{
    const auto found = m_places.constFind(name);
    if (found != m_places.cend())
        return m_resolved.properties[*found];
    m_places.insert(name, m_resolved.properties.size());
    m_resolved.properties.append({.name = name, .pieces = {}});
    return m_resolved.properties.last();
}

void Walk::takePlain(const Schema &schema, const QString &exceptProperty)
{
    m_resolved.parts.append(&schema);
    for (const Schema::Property &property : schema.properties) {
        if (property.name != exceptProperty || exceptProperty.isNull())
            asked(property.name).pieces.append(property.schema.get());
    }
    m_required.append(schema.required);
    for (const SchemaPointer &each : schema.allOf)
        take(*each);
    for (const Schema::Dependency &dependency : schema.dependencies)
        m_pending.append(&dependency);
    takeOption(schema, schema.anyOf);
    takeCondition(schema);
}

void Walk::takeOption(const Schema &schema, const QList<SchemaPointer> &options)
{
    if (const Schema *option = optionFor(schema, options, m_value))
        take(*option);
}

void Walk::takeCondition(const Schema &schema)
{
    if (!schema.condition)
        return;
    const bool holds = accepts(*schema.condition, m_value ? *m_value : Value(Map()));
    if (const SchemaPointer &branch = holds ? schema.consequence : schema.alternative)
        take(*branch);
}

void Walk::takeDependency(const Schema::Dependency &dependency)
{
    m_required.append(dependency.required);
    if (!dependency.schema)
        return;
    takePlain(*dependency.schema);
    if (dependency.schema->oneOf.isEmpty())
        return;
    if (const Schema *branch = branchFor(dependency, *m_map)) {
        takePlain(*branch, dependency.trigger);
        takeOption(*branch, branch->oneOf);
    } else {
        m_resolved.undecided.append(dependency.trigger);
    }
}

void Walk::takeDependencies()
{
    const auto isReady = [this](const Schema::Dependency *dependency) {
        return m_map && m_map->contains(dependency->trigger)
            && m_places.contains(dependency->trigger);
    };
    while (true) {
        const auto ready = std::ranges::find_if(m_pending, isReady);
        if (ready == m_pending.end())
            return;
        const Schema::Dependency *dependency = *ready;
        m_pending.erase(ready);
        takeDependency(*dependency);
    }
}

Resolved Walk::finished()
{
    for (const QString &name : std::as_const(m_required)) {
        const auto found = m_places.constFind(name);
        if (found != m_places.cend())
            m_resolved.properties[*found].isRequired = true;
    }
    for (const Schema *part : std::as_const(m_resolved.parts)) {
        if (!part->order.isEmpty()) {
            reorder(m_resolved.properties, part->order);
            break;
        }
    }
    return m_resolved;
}

} // namespace

bool Resolved::describesMap() const
{
    return std::ranges::any_of(parts, &Schema::describesMap);
}

bool Resolved::describesList() const
{
    return std::ranges::any_of(parts, &Schema::describesList);
}

Resolved resolve(const SchemaPieces &pieces, const Value *value)
{
    Walk walk(value);
    for (const Schema *piece : pieces)
        walk.take(*piece);
    walk.takeDependencies();
    return walk.finished();
}

namespace {

SchemaPieces itemPieces(const SchemaPieces &parts, qsizetype index)
{
    SchemaPieces pieces;
    for (const Schema *part : parts) {
        if (index < part->tuple.size())
            pieces.append(part->tuple.at(index).get());
        else if (part->items)
            pieces.append(part->items.get());
    }
    return pieces;
}

} // namespace

ItemSchemas::ItemSchemas(const SchemaPieces &parts)
{
    qsizetype count = 0;
    for (const Schema *part : parts)
        count = std::max(count, part->tuple.size());
    for (qsizetype i = 0; i < count; ++i)
        m_first.append(itemPieces(parts, i));
    m_rest = itemPieces(parts, count);
    const auto isPlain
        = [](const SchemaPieces &pieces) { return std::ranges::all_of(pieces, &Schema::isPlain); };
    m_arePlain = isPlain(m_rest) && std::ranges::all_of(m_first, isPlain);
}

} // namespace waymark
