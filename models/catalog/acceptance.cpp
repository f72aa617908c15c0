#include "models/catalog/acceptance.h"

#include "models/catalog/formats.h"
#include "models/catalog/jsonvalues.h"

#include <algorithm>

namespace waymark {
namespace {

bool isOfType(quint8 types, const Value &value)
{
    switch (value.type()) {
    case Value::Type::Null:
        return types & Schema::NullType;
    case Value::Type::Bool:
        return types & Schema::BooleanType;
    case Value::Type::Integer:
        return types & (Schema::IntegerType | Schema::NumberType);
    case Value::Type::Float:
        return (types & Schema::NumberType)
            || ((types & Schema::IntegerType) && isWholeNumber(value));
    case Value::Type::Text:
        return types & Schema::TextType;
    case Value::Type::List:
        return types & Schema::ListType;
    case Value::Type::Map:
        return types & Schema::MapType;
    }
    Q_UNREACHABLE_RETURN(false);
}

std::optional<Keyword> violatedSize(const Parameter::Limits &limits, qsizetype size, Keyword tooFew,
                                    Keyword tooMany)
{
    if (limits.minimumLength && size < *limits.minimumLength)
        return tooFew;
    if (limits.maximumLength && size > *limits.maximumLength)
        return tooMany;
    return {};
}

std::optional<Keyword> violatedText(const Schema &schema, const QString &text)
{
    if (const auto size = violatedSize(schema.limits, codePoints(text), Keyword::MinimumLength,
                                       Keyword::MaximumLength))
        return size;
    if (schema.pattern) {
        const auto match = schema.pattern->match(text);
        if (!match || !*match)
            return Keyword::Pattern;
    }
    if (!schema.format.isEmpty() && !fitsFormat(text, schema.format))
        return Keyword::Format;
    return {};
}

std::optional<Keyword> violatedNumber(const Parameter::Limits &limits, const Value &value)
{
    if (limits.minimum && compareNumbers(value, *limits.minimum) < 0)
        return Keyword::Minimum;
    if (limits.maximum && compareNumbers(value, *limits.maximum) > 0)
        return Keyword::Maximum;
    if (limits.exclusiveMinimum && compareNumbers(value, *limits.exclusiveMinimum) <= 0)
        return Keyword::ExclusiveMinimum;
    if (limits.exclusiveMaximum && compareNumbers(value, *limits.exclusiveMaximum) >= 0)
        return Keyword::ExclusiveMaximum;
    if (limits.multipleOf && !isMultipleOf(value, *limits.multipleOf))
        return Keyword::MultipleOf;
    return {};
}

bool hasRepeated(const List &list)
{
    QSet<QByteArray> seen;
    for (const Value &item : list)
        seen.insert(canonicalJson(item));
    return seen.size() < list.size();
}

std::optional<Keyword> violatedList(const Schema &schema, const List &list)
{
    if (const auto size
        = violatedSize(schema.limits, list.size(), Keyword::MinimumItems, Keyword::MaximumItems))
        return size;
    if (schema.limits.uniqueItems && hasRepeated(list))
        return Keyword::UniqueItems;
    const auto contained = [&](const Value &item) { return accepts(*schema.contains, item); };
    if (schema.contains && std::ranges::none_of(list, contained))
        return Keyword::Contains;
    return {};
}

std::optional<Keyword> violatedInside(const Schema &schema, const Value &value)
{
    if (const QString *text = value.toText())
        return violatedText(schema, *text);
    if (isNumber(value))
        return violatedNumber(schema.limits, value);
    if (const List *list = value.toList())
        return violatedList(schema, *list);
    if (const Map *map = value.toMap())
        return violatedSize(schema.limits, map->size(), Keyword::MinimumItems,
                            Keyword::MaximumItems);
    return {};
}

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

std::optional<Keyword> violated(const Schema &schema, const Value &value)
{
    if (schema.isNever)
        return Keyword::Never;
    if (schema.types != 0 && !isOfType(schema.types, value))
        return Keyword::Type;
    if (schema.constant && !isSameJson(*schema.constant, value))
        return Keyword::Constant;
    const auto isSame = [&](const Value &choice) { return isSameJson(choice, value); };
    if (schema.choices && std::ranges::none_of(*schema.choices, isSame))
        return Keyword::Choices;
    if (const auto inside = violatedInside(schema, value))
        return inside;
    if (schema.negated && accepts(*schema.negated, value))
        return Keyword::Not;
    return {};
}

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
