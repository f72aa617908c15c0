#include "models/catalog/acceptance.h"

#include "models/catalog/violations.h"

#include <algorithm>

namespace waymark {
namespace {

bool acceptsItems(const Schema &schema, const List &list)
{
    for (qsizetype i = 0; i < list.size(); ++i) {
        const Schema *item
            = i < schema.tuple.size() ? schema.tuple.at(i).get() : schema.items.get();
        if (item && !accepts(*item, list.at(i)))
            return false;
    }
    return true;
}

bool acceptsEntry(const Schema &schema, const QString &name, const Value &value)
{
    if (schema.names && !accepts(*schema.names, name))
        return false;
    const Schema *property = schema.property(name);
    bool isDescribed = property != nullptr;
    if (property && !accepts(*property, value))
        return false;
    for (const Schema::PatternProperty &each : schema.patternProperties) {
        const auto match = each.pattern.match(name);
        if (!match || !*match)
            continue;
        isDescribed = true;
        if (!accepts(*each.schema, value))
            return false;
    }
    return isDescribed || !schema.additional || accepts(*schema.additional, value);
}

bool acceptsMap(const Schema &schema, const Map &map)
{
    const auto isThere = [&](const QString &name) { return map.contains(name); };
    if (!std::ranges::all_of(schema.required, isThere))
        return false;
    for (const Map::Entry &entry : map) {
        if (!acceptsEntry(schema, entry.key, entry.value))
            return false;
    }
    return std::ranges::all_of(schema.dependencies, [&](const Schema::Dependency &dependency) {
        if (!map.contains(dependency.trigger))
            return true;
        return std::ranges::all_of(dependency.required, isThere)
            && (!dependency.schema || accepts(*dependency.schema, map));
    });
}

bool acceptsBranches(const Schema &schema, const Value &value)
{
    const auto fits = [&](const SchemaPointer &each) { return accepts(*each, value); };
    if (!std::ranges::all_of(schema.allOf, fits))
        return false;
    if (!schema.anyOf.isEmpty() && std::ranges::none_of(schema.anyOf, fits))
        return false;
    if (!schema.oneOf.isEmpty() && std::ranges::count_if(schema.oneOf, fits) != 1)
        return false;
    if (!schema.condition)
        return true;
    const SchemaPointer &branch = fits(schema.condition) ? schema.consequence : schema.alternative;
    return !branch || fits(branch);
}

} // namespace

bool accepts(const Schema &schema, const Value &value)
{
    if (violated(schema, value))
        return false;
    if (value.toList() && !acceptsItems(schema, *value.toList()))
        return false;
    if (value.toMap() && !acceptsMap(schema, *value.toMap()))
        return false;
    return acceptsBranches(schema, value);
}

} // namespace waymark
