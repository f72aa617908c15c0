#include "models/catalog/schema.h"

#include "models/catalog/jsonvalues.h"

#include <algorithm>

namespace waymark {
namespace {

/// All names that `condition` looks at.
void collectMentioned(const Schema &condition, QSet<QString> &names)
{
    for (const Schema::Property &property : condition.properties)
        names.insert(property.name);
    for (const QString &name : condition.required)
        names.insert(name);
    for (const Schema::Dependency &dependency : condition.dependencies)
        names.insert(dependency.trigger);
    for (const auto *list : {&condition.allOf, &condition.anyOf, &condition.oneOf}) {
        for (const SchemaPointer &each : *list)
            collectMentioned(*each, names);
    }
    for (const SchemaPointer &each :
         {condition.negated, condition.condition, condition.consequence, condition.alternative}) {
        if (each)
            collectMentioned(*each, names);
    }
}

void collectDeciding(const Schema &schema, QSet<QString> &names)
{
    for (const Schema::Dependency &dependency : schema.dependencies) {
        names.insert(dependency.trigger);
        if (dependency.schema)
            collectMentioned(*dependency.schema, names);
    }
    for (const auto *list : {&schema.anyOf, &schema.oneOf}) {
        for (const SchemaPointer &each : *list)
            collectMentioned(*each, names);
    }
    for (const SchemaPointer &each :
         {schema.negated, schema.condition, schema.consequence, schema.alternative}) {
        if (each)
            collectMentioned(*each, names);
    }
    for (const SchemaPointer &each : schema.allOf)
        collectDeciding(*each, names);
}

} // namespace

bool Schema::hasBranches() const
{
    return !dependencies.isEmpty() || !allOf.isEmpty() || !anyOf.isEmpty() || !oneOf.isEmpty()
        || negated || condition;
}

bool Schema::isPlain() const
{
    return !hasBranches() && !describesMap() && !describesList();
}

Schema::Sizes Schema::sizesFor(const Value &value) const
{
    if (value.toText())
        return textSizes;
    if (value.toList())
        return listSizes;
    return value.toMap() ? mapSizes : Sizes();
}

void Schema::setChoices(const List &values)
{
    choices = values;
    for (const Value &value : values) {
        if (const QString *text = value.toText())
            textChoices.insert(*text);
    }
}

bool Schema::allowsChoice(const Value &value) const
{
    if (!choices)
        return true;
    if (const QString *text = value.toText())
        return textChoices.contains(*text);
    return std::ranges::any_of(*choices,
                               [&](const Value &choice) { return isSameJson(choice, value); });
}

const Schema *Schema::property(const QString &name) const
{
    const auto found = propertyIndex.constFind(name);
    return found == propertyIndex.cend() ? nullptr : properties.at(*found).schema.get();
}

bool Schema::describesMap() const
{
    if (types != 0)
        return (types & MapType) != 0;
    return !properties.isEmpty() || additional || !patternProperties.isEmpty();
}

bool Schema::describesList() const
{
    return types != 0 ? (types & ListType) != 0 && (types & MapType) == 0
                      : items || !tuple.isEmpty();
}

QSet<QString> decidingNames(const Schema &schema)
{
    QSet<QString> names;
    collectDeciding(schema, names);
    return names;
}

QSet<QString> mentionedNames(const Schema &condition)
{
    QSet<QString> names;
    collectMentioned(condition, names);
    return names;
}

} // namespace waymark
