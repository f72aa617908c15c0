#include "models/catalog/questions.h"

#include <algorithm>

namespace waymark {
namespace {

void placeAt(Parameter &parameter, const AnswerPath &path)
{
    parameter.path = path;
    for (Parameter &member : parameter.members)
        placeAt(member, path + QStringList{member.name});
    for (Parameter &item : parameter.items)
        placeAt(item, path + QStringList{QStringLiteral("0")});
}

template<typename T>
void override(std::optional<T> &limit, const std::optional<T> &other)
{
    if (other)
        limit = other;
}

void overlayLimits(Parameter::Limits &limits, const Parameter::Limits &over)
{
    override(limits.minimum, over.minimum);
    override(limits.maximum, over.maximum);
    override(limits.exclusiveMinimum, over.exclusiveMinimum);
    override(limits.exclusiveMaximum, over.exclusiveMaximum);
    override(limits.multipleOf, over.multipleOf);
    override(limits.minimumLength, over.minimumLength);
    override(limits.maximumLength, over.maximumLength);
    if (!over.pattern.isEmpty()) {
        limits.pattern = over.pattern;
        limits.patternWords = over.patternWords;
    }
    limits.uniqueItems = limits.uniqueItems || over.uniqueItems;
}

void overlayText(QString &text, const QString &over)
{
    if (!over.isEmpty())
        text = over;
}

/// Adds to `parameter` what `over`, which holds as well, says of the question.
void overlay(Parameter &parameter, const Parameter &over)
{
    if (over.title != over.name)
        overlayText(parameter.title, over.title);
    overlayText(parameter.description, over.description);
    overlayText(parameter.help, over.help);
    overlayText(parameter.placeholder, over.placeholder);
    overlayText(parameter.format, over.format);
    overlayText(parameter.widget, over.widget);
    overlayText(parameter.field, over.field);
    if (over.type != Parameter::Type::Anything)
        parameter.type = over.type;
    override(parameter.defaultValue, over.defaultValue);
    if (!over.choices.isEmpty())
        parameter.choices = over.choices;
    overlayLimits(parameter.limits, over.limits);
    for (const Map::Entry &option : over.options)
        parameter.options.insert(option.key, option.value);
    parameter.readOnly = parameter.readOnly || over.readOnly;
    parameter.autofocus = parameter.autofocus || over.autofocus;
    if (!over.items.isEmpty())
        parameter.items = over.items;
}

} // namespace

Parameter describe(const AskedProperty &property, const AnswerPath &path, const Value *answer)
{
    const Schema &first = *property.pieces.first();
    Parameter parameter = first.shown;
    if (property.pieces.size() > 1 || first.hasBranches()
        || parameter.type == Parameter::Type::Group) {
        const Resolved resolved = resolve(property.pieces, answer);
        for (const Schema *part : resolved.parts)
            overlay(parameter, part->shown);
        parameter.members.clear();
        for (const AskedProperty &member : resolved.properties) {
            const Map *map = answer ? answer->toMap() : nullptr;
            parameter.members.append(describe(member, path + QStringList{member.name},
                                              map ? map->find(member.name) : nullptr));
        }
    }
    parameter.name = property.name;
    parameter.required = property.isRequired;
    placeAt(parameter, path);
    return parameter;
}

} // namespace waymark
