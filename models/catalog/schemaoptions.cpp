#include "models/catalog/schemaoptions.h"

#include "models/catalog/acceptance.h"
#include "models/catalog/jsonvalues.h"
#include "models/catalog/violations.h"

#include <algorithm>

namespace waymark {
namespace {

/// How much `value` looks like what `option` describes: a point a property of its type, one more or
/// less for its default or constant (as the form library of Backstage counts).
int likeness(const Schema &option, const Value &value)
{
    const Map *map = value.toMap();
    if (option.properties.isEmpty() || !map)
        return option.types != 0 && isOfType(option.types, value) ? 1 : 0;
    int points = 0;
    for (const Schema::Property &property : option.properties) {
        const Value *answer = map->find(property.name);
        const Schema &schema = *property.schema;
        if (!answer || schema.types == 0 || !isOfType(schema.types, *answer))
            continue;
        points += answer->toMap() ? 1 + likeness(schema, *answer) : 1;
        const std::optional<Value> &wanted
            = schema.defaultValue ? schema.defaultValue : schema.constant;
        if (wanted)
            points += isSameJson(*wanted, *answer) ? 1 : -1;
    }
    return points;
}

bool isMeant(const Schema &option, const Value &value)
{
    if (!accepts(option, value))
        return false;
    const Map *map = value.toMap();
    return !map || option.properties.isEmpty()
        || std::ranges::any_of(option.properties, [map](const Schema::Property &property) {
               return map->contains(property.name);
           });
}

bool allows(const Schema &option, const QString &name, const Value &answer)
{
    const Schema *property = option.property(name);
    return property && accepts(*property, answer);
}

} // namespace

const Schema *branchFor(const Schema::Dependency &dependency, const Map &answers)
{
    const Value *answer = answers.find(dependency.trigger);
    const Schema *found = nullptr;
    for (const SchemaPointer &option : dependency.schema->oneOf) {
        if (!answer || !allows(*option, dependency.trigger, *answer))
            continue;
        if (found)
            return nullptr;
        found = option.get();
    }
    return found;
}

const Schema *optionFor(const Schema &schema, const QList<SchemaPointer> &options,
                        const Value *value)
{
    if (options.isEmpty())
        return nullptr;
    const Map *map = value ? value->toMap() : nullptr;
    const Value *told = map ? map->find(schema.discriminator) : nullptr;
    const Schema *best = options.first().get();
    int bestPoints = 0;
    bool isBestMeant = false;
    for (const SchemaPointer &option : options) {
        if (told && allows(*option, schema.discriminator, *told))
            return option.get();
        const bool isThisMeant = value && isMeant(*option, *value);
        const int points = value ? likeness(*option, *value) : 0;
        const bool isBetter = isThisMeant == isBestMeant ? points > bestPoints : isThisMeant;
        if (isBetter) {
            best = option.get();
            bestPoints = points;
            isBestMeant = isThisMeant;
        }
    }
    return best;
}

} // namespace waymark
