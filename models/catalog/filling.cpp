#include "models/catalog/filling.h"

#include <algorithm>

namespace waymark {
namespace {

Value merged(const Value &outer, const Value &inner)
{
    const Map *over = inner.toMap();
    if (!outer.toMap() || !over)
        return inner;
    Map result = *outer.toMap();
    for (const Map::Entry &entry : *over) {
        const Value *below = result.find(entry.key);
        result.insert(entry.key, below ? merged(*below, entry.value) : entry.value);
    }
    return result;
}

/// What the schemas themselves say, the later ones over the earlier.
std::optional<Value> ownDefault(const SchemaPieces &parts, const Value *inherited)
{
    std::optional<Value> result = inherited ? std::optional(*inherited) : std::nullopt;
    std::optional<Value> constant;
    for (const Schema *part : parts) {
        if (part->constant)
            constant = part->constant;
        else if (part->defaultValue)
            result = result ? merged(*result, *part->defaultValue) : *part->defaultValue;
    }
    return constant ? constant : result;
}

/// Entries that no question asks for: those given stay, those of a default where others are
/// allowed.
void addOthers(Map &map, const Resolved &resolved, const Value *given, const Value *defaults)
{
    const auto isOpen
        = [](const Schema *part) { return part->additional && !part->additional->isNever; };
    const bool keepsDefaults
        = resolved.properties.isEmpty() || std::ranges::any_of(resolved.parts, isOpen);
    QSet<QString> asked;
    for (const AskedProperty &property : resolved.properties)
        asked.insert(property.name);
    for (const Value *source : {given, keepsDefaults && !given ? defaults : nullptr}) {
        const Map *entries = source ? source->toMap() : nullptr;
        for (const Map::Entry &entry : entries ? *entries : Map()) {
            if (!asked.contains(entry.key))
                map.insert(entry.key, entry.value);
        }
    }
}

const Value *entryOf(const Value *value, const QString &name)
{
    const Map *map = value ? value->toMap() : nullptr;
    return map ? map->find(name) : nullptr;
}

Map filledOnce(const Resolved &resolved, const Value *given, const Value *defaults)
{
    Map map;
    for (const AskedProperty &property : resolved.properties) {
        const std::optional<Value> value
            = filled(property.pieces, entryOf(given, property.name),
                     entryOf(defaults, property.name), property.isRequired);
        if (value)
            map.insert(property.name, *value);
    }
    addOthers(map, resolved, given, defaults);
    return map;
}

std::optional<Value> filledMap(const SchemaPieces &pieces, const Value *given,
                               const std::optional<Value> &defaults, bool isRequired)
{
    Value current = given ? *given : Value(Map());
    for (int round = 0; round < maximumRounds; ++round) {
        const Resolved resolved = resolve(pieces, &current);
        Value next = filledOnce(resolved, given, defaults ? &*defaults : nullptr);
        if (next == current)
            break;
        current = std::move(next);
    }
    if (!given && !isRequired && current.toMap()->isEmpty())
        return {};
    return current;
}

Value filledItems(const SchemaPieces &parts, const List &items)
{
    const ItemSchemas schemas(parts);
    if (schemas.arePlain()) // nothing can be missing inside
        return items;
    List result;
    result.reserve(items.size());
    for (qsizetype i = 0; i < items.size(); ++i)
        result.append(filled(schemas.at(i), &items.at(i), nullptr, true).value_or(items.at(i)));
    return result;
}

/// As many items as `minItems` wants, as far as they have a default.
void addMissingItems(const SchemaPieces &parts, List &list)
{
    qint64 wanted = 0;
    for (const Schema *part : parts) {
        if (part->shown.type == Parameter::Type::MultipleChoice)
            return;
        wanted = std::max(wanted, part->limits.minimumLength.value_or(0));
    }
    wanted = std::min<qint64>(wanted, 1000);
    const ItemSchemas schemas(parts);
    while (list.size() < wanted) {
        const std::optional<Value> item = filled(schemas.at(list.size()), nullptr, nullptr, true);
        if (!item)
            return;
        list.append(*item);
    }
}

Value filledList(const SchemaPieces &parts, const Value *given,
                 const std::optional<Value> &defaults)
{
    const Value *items = given ? given : defaults ? &*defaults : nullptr;
    Value result = items && items->toList() ? filledItems(parts, *items->toList())
        : items                             ? *items
                                            : Value(List());
    if (!given && result.toList())
        addMissingItems(parts, *result.toList());
    return result;
}

} // namespace

std::optional<Value> filled(const SchemaPieces &pieces, const Value *given, const Value *inherited,
                            bool isRequired)
{
    if (std::ranges::all_of(pieces, &Schema::isPlain))
        return given ? std::optional(*given) : ownDefault(pieces, inherited);

    const Resolved resolved = resolve(pieces, given);
    const std::optional<Value> defaults = ownDefault(resolved.parts, inherited);
    if (resolved.describesMap() && (!given || given->toMap()))
        return filledMap(pieces, given, defaults, isRequired);
    if (resolved.describesList() && (!given || given->toList()))
        return filledList(resolved.parts, given, defaults);
    return given ? std::optional(*given) : defaults;
}

} // namespace waymark
