#include "models/catalog/parameterreader.h"

#include "models/catalog/acceptance.h"
#include "models/catalog/jsonvalues.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// `ui:options` and the other `ui:` keys, which mean the same and count more; and `examples`.
Map readOptions(const Map &source)
{
    Map options;
    if (const Value *examples = source.find(u"examples"))
        options.insert(u"examples"_s, *examples);
    for (const Map::Entry &entry : source) {
        if (entry.key == u"ui:options" && entry.value.toMap()) {
            for (const Map::Entry &option : *entry.value.toMap())
                options.insert(option.key, option.value);
        }
    }
    for (const Map::Entry &entry : source) {
        if (entry.key.startsWith(u"ui:") && entry.key != u"ui:options")
            options.insert(entry.key.sliced(3), entry.value);
    }
    return options;
}

/// Titles of a choice: a list in the order of its values, or a map by their text.
QString titleOf(const Value &titles, qsizetype index, const Value &value)
{
    QString title;
    if (const List *list = titles.toList(); list && index < list->size())
        title = plainText(list->at(index));
    else if (const Map *map = titles.toMap(); map && map->contains(plainText(value)))
        title = plainText(map->value(plainText(value)));
    return title.isEmpty() ? plainText(value) : title;
}

QList<ParameterChoice> readEnum(const Schema &schema, const Map &options)
{
    const Value *titles = options.find(u"enumNames");
    const Value given = titles ? *titles : schema.source.value(u"enumNames");
    QList<ParameterChoice> choices;
    for (qsizetype i = 0; i < schema.choices->size(); ++i) {
        const Value &value = schema.choices->at(i);
        choices.append({value, titleOf(given, i, value)});
    }
    return choices;
}

/// The choices of a schema whose `oneOf` or `anyOf` only lists constants; empty for others.
QList<ParameterChoice> readConstants(const QList<SchemaPointer> &options)
{
    QList<ParameterChoice> choices;
    for (const SchemaPointer &option : options) {
        if (!option->constant)
            return {};
        if (!accepts(*option, *option->constant))
            continue; // another of its keywords refuses it: nothing picks it
        const QString title = option->source.value(u"title").textOr();
        choices.append({*option->constant, title.isEmpty() ? plainText(*option->constant) : title});
    }
    return choices;
}

/// `oneOf` refuses what two of its options allow.
QList<ParameterChoice> withoutRepeated(const QList<ParameterChoice> &choices)
{
    QHash<QByteArray, int> times;
    for (const ParameterChoice &choice : choices)
        ++times[canonicalJson(choice.value)];
    QList<ParameterChoice> once = choices;
    once.removeIf([&](const ParameterChoice &choice) {
        return times.value(canonicalJson(choice.value)) > 1;
    });
    return once;
}

QList<ParameterChoice> readChoices(const Schema &schema, const Map &options)
{
    if (schema.choices)
        return readEnum(schema, options);
    const QList<ParameterChoice> choices = withoutRepeated(readConstants(schema.oneOf));
    return choices.isEmpty() ? readConstants(schema.anyOf) : choices;
}

Parameter::Type listType(const Schema &schema, const QList<ParameterChoice> &choices)
{
    const bool isPicked = schema.limits.uniqueItems
        || schema.source.value(u"ui:widget").textOr() == u"checkboxes"_s;
    return isPicked && !choices.isEmpty() ? Parameter::Type::MultipleChoice
                                          : Parameter::Type::Sequence;
}

Parameter::Type typeOf(const Schema &schema, const QList<ParameterChoice> &choices)
{
    using enum Parameter::Type;
    if (schema.describesMap())
        return schema.properties.isEmpty() && !schema.hasBranches() ? Mapping : Group;
    if (schema.describesList())
        return listType(schema, choices);
    if (schema.types & Schema::BooleanType)
        return Boolean;
    if (!choices.isEmpty())
        return Choice;
    if (schema.format == u"data-url")
        return File;
    if (schema.types & Schema::TextType)
        return Text;
    if (schema.types & Schema::NumberType)
        return Number;
    return schema.types & Schema::IntegerType ? Integer : Anything;
}

QString firstText(const Value &first, const Value &second, const QString &fallback = {})
{
    const QString text = first.textOr(second.textOr());
    return text.isEmpty() ? fallback : text;
}

/// In its own words, one for everything or one for the pattern.
QString patternWordsOf(const Schema &schema)
{
    const Map *messages = schema.errorMessages.toMap();
    return messages ? messages->value(u"pattern").textOr() : schema.errorMessages.textOr();
}

QList<Parameter> membersOf(const Schema &schema)
{
    QList<Parameter> members;
    for (const Schema::Property &property : schema.properties) {
        Parameter member = property.schema->shown;
        member.required = schema.required.contains(property.name);
        members.append(member);
    }
    return members;
}

} // namespace

Parameter readParameter(const Schema &schema, const QString &name)
{
    const Map options = readOptions(schema.source);
    const bool isList = schema.describesList() && schema.items;
    Parameter parameter;
    parameter.name = name;
    parameter.title = firstText(options.value(u"title"), schema.source.value(u"title"), name);
    parameter.description
        = firstText(options.value(u"description"), schema.source.value(u"description")).trimmed();
    parameter.help = options.value(u"help").textOr().trimmed();
    parameter.placeholder = options.value(u"placeholder").textOr();
    parameter.choices = isList ? readChoices(*schema.items, readOptions(schema.items->source))
                               : readChoices(schema, options);
    if (isList && options.contains(u"enumNames") && schema.items->choices)
        parameter.choices = readEnum(*schema.items, options);
    parameter.type = typeOf(schema, parameter.choices);
    parameter.defaultValue = schema.constant ? schema.constant : schema.defaultValue;
    parameter.limits = schema.limits;
    parameter.limits.patternWords = patternWordsOf(schema).trimmed();
    parameter.format = schema.format;
    parameter.widget = options.value(u"widget").textOr();
    parameter.field = options.value(u"field").textOr();
    parameter.options = options;
    parameter.nullable = (schema.types & Schema::NullType) != 0;
    const auto isSet = [&](const QString &key) {
        const Value value = options.contains(key) ? options.value(key) : schema.source.value(key);
        return value == Value(true);
    };
    parameter.readOnly = isSet(u"readOnly"_s) || isSet(u"readonly"_s);
    parameter.autofocus = isSet(u"autofocus"_s);
    if (parameter.type == Parameter::Type::Group)
        parameter.members = membersOf(schema);
    if (parameter.type == Parameter::Type::Sequence && isList)
        parameter.items = {schema.items->shown};
    return parameter;
}

} // namespace waymark
