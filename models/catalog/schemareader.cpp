#include "models/catalog/schemareader.h"

#include "models/base/closest.h"
#include "models/base/textcontext.h"
#include "models/base/valuepath.h"
#include "models/catalog/contradictions.h"
#include "models/catalog/parameterreader.h"
#include "models/catalog/schemakeys.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int maximumReferences = 64;

constexpr TextContext translated("Schema");

const QStringList &typeNames()
{
    static const QStringList names{u"null"_s,   u"boolean"_s, u"integer"_s, u"number"_s,
                                   u"string"_s, u"array"_s,   u"object"_s};
    return names;
}

/// What JSON Schema calls the type `name` of other languages; else `name` itself.
QString schemaTypeName(const QString &name)
{
    static constexpr std::pair<QStringView, QStringView> otherNames[]
        = {{u"int", u"integer"},  {u"str", u"string"}, {u"text", u"string"}, {u"bool", u"boolean"},
           {u"float", u"number"}, {u"list", u"array"}, {u"dict", u"object"}, {u"map", u"object"}};
    for (const auto &[other, ours] : otherNames) {
        if (name == other)
            return ours.toString();
    }
    return name;
}

/// The value that the JSON Pointer `reference` ("#/definitions/port") leads to in `root`, or null.
const Value *referenced(const Value &root, const QString &reference)
{
    if (!reference.startsWith(u'#'))
        return nullptr;
    const auto path = pathOf(QUrl::fromPercentEncoding(reference.sliced(1).toUtf8()));
    return path ? valueAt(root, *path) : nullptr;
}

} // namespace

SchemaPointer SchemaReader::readRoot()
{
    return read(m_root, m_rootPointer, {});
}

void SchemaReader::complain(const QString &pointer, const QString &code, const QString &message,
                            const QString &hint, Severity severity)
{
    m_problems.append(
        {pointer,
         {.severity = severity, .code = u"schema."_s + code, .message = message, .hint = hint}});
}

/// `map` with its `$ref` replaced by what that leads to; `refs` counts those still to be left.
std::optional<Map> SchemaReader::followed(const Map &map, const QString &pointer, qsizetype &refs)
{
    Map result = map;
    while (const Value *reference = result.find(u"$ref")) {
        const QString name = reference->textOr();
        const Value *target = referenced(m_root, name);
        if (!target || !target->toMap()) {
            complain(pointer, u"reference"_s,
                     translated("“$ref” leads nowhere: %1.").arg(name.isEmpty() ? u"?"_s : name),
                     translated("Name a schema of this page, such as “#/definitions/port”."));
            return {};
        }
        if (m_references.contains(name) || refs >= maximumReferences) {
            complain(pointer, u"reference"_s,
                     translated("The schema “%1” contains itself.").arg(name),
                     translated("A form cannot ask without end: take the reference out."));
            return {};
        }
        m_references.append(name);
        ++refs;
        Map merged = *target->toMap();
        result.remove(u"$ref");
        for (const Map::Entry &entry : std::as_const(result))
            merged.insert(entry.key, entry.value);
        result = merged;
    }
    return result;
}

SchemaPointer SchemaReader::read(const Value &value, const QString &pointer, const QString &name)
{
    auto schema = std::make_shared<Schema>();
    schema->shown.name = name;
    schema->shown.title = name;
    if (const bool *allowed = value.toBool()) {
        schema->isNever = !*allowed;
        return schema;
    }
    if (!value.toMap()) {
        complain(pointer, u"kind"_s,
                 translated("A schema has to be a map, not %1.").arg(value.typeName()));
        return schema;
    }
    qsizetype refs = 0;
    if (const std::optional<Map> map = followed(*value.toMap(), pointer, refs)) {
        const Keys keys(*map, pointer, [this](const QString &place, const QString &message) {
            complain(place, u"key"_s, message);
        });
        schema->source = *map;
        readTypes(keys, *schema);
        readValues(keys, *schema);
        readItems(keys, *schema);
        readProperties(keys, *schema);
        readLimits(keys, *schema);
        readBranches(keys, *schema);
        schema->shown = readParameter(*schema, name);
        takeConstants(*schema);
        m_problems += contradictions(*schema, pointer);
    }
    m_references.resize(m_references.size() - refs);
    return schema;
}

SchemaPointer SchemaReader::readChild(const Keys &keys, const QString &key, const QString &name)
{
    const Value *child = keys.find(key);
    return child ? read(*child, keys.pointer(key), name) : nullptr;
}

QList<SchemaPointer> SchemaReader::readChildren(const Keys &keys, const QString &key)
{
    QList<SchemaPointer> children;
    const List list = keys.list(key);
    for (qsizetype i = 0; i < list.size(); ++i)
        children.append(read(list.at(i), keys.pointer(key) + u'/' + QString::number(i), {}));
    return children;
}

void SchemaReader::readTypes(const Keys &keys, Schema &schema)
{
    const Value *type = keys.find(u"type"_s);
    if (!type)
        return;
    for (const Value &each : type->toList() ? *type->toList() : List{*type}) {
        const qsizetype index = typeNames().indexOf(each.textOr());
        if (index >= 0)
            schema.types |= static_cast<quint8>(1 << index);
        else
            complain(keys.pointer(u"type"_s), u"type"_s,
                     translated("There is no type “%1”.").arg(each.textOr(each.typeName())),
                     didYouMean(schemaTypeName(each.textOr()), typeNames()));
    }
}

void SchemaReader::readValues(const Keys &keys, Schema &schema)
{
    if (const Value *constant = keys.find(u"const"_s))
        schema.constant = *constant;
    if (keys.find(u"enum"_s))
        schema.setChoices(keys.list(u"enum"_s));
    if (const Value *defaultValue = keys.find(u"default"_s))
        schema.defaultValue = *defaultValue;
    if (const Value *messages = keys.find(u"errorMessage"_s))
        schema.errorMessages = *messages;
    schema.format = keys.text(u"format"_s);
    schema.limits.pattern = keys.text(u"pattern"_s);
    if (schema.limits.pattern.isEmpty())
        return;
    Result<Regex> pattern = Regex::compile(schema.limits.pattern, RegexSyntax::JsonSchema);
    if (pattern)
        schema.pattern = *std::move(pattern);
    else
        complain(keys.pointer(u"pattern"_s), u"pattern"_s,
                 translated("The pattern cannot be read: %1").arg(pattern.error().problem.message));
}

void SchemaReader::readLimits(const Keys &keys, Schema &schema)
{
    Parameter::Limits &limits = schema.limits;
    limits.minimum = keys.number(u"minimum"_s);
    limits.maximum = keys.number(u"maximum"_s);
    limits.multipleOf = keys.number(u"multipleOf"_s);
    // Draft 4 has a truth value here, which makes the other limit exclusive.
    const auto exclusive = [&](const QString &key, std::optional<Value> &inclusive) {
        const Value *value = keys.find(key);
        if (value && value->toBool())
            return *value->toBool() ? std::exchange(inclusive, std::nullopt) : std::nullopt;
        return keys.number(key);
    };
    limits.exclusiveMinimum = exclusive(u"exclusiveMinimum"_s, limits.minimum);
    limits.exclusiveMaximum = exclusive(u"exclusiveMaximum"_s, limits.maximum);
    schema.textSizes = {keys.count(u"minLength"_s), keys.count(u"maxLength"_s)};
    schema.listSizes = {keys.count(u"minItems"_s), keys.count(u"maxItems"_s)};
    schema.mapSizes = {keys.count(u"minProperties"_s), keys.count(u"maxProperties"_s)};
    const Schema::Sizes &shown = schema.describesList() ? schema.listSizes
        : schema.describesMap()                         ? schema.mapSizes
                                                        : schema.textSizes;
    limits.minimumLength = shown.least;
    limits.maximumLength = shown.most;
    limits.uniqueItems = keys.flag(u"uniqueItems"_s);
}

void SchemaReader::readItems(const Keys &keys, Schema &schema)
{
    const Value *items = keys.find(u"items"_s);
    if (items && items->toList()) {
        schema.tuple = readChildren(keys, u"items"_s);
        schema.items = readChild(keys, u"additionalItems"_s);
    } else if (items) {
        schema.items = readChild(keys, u"items"_s);
    }
    schema.contains = readChild(keys, u"contains"_s);
}

void SchemaReader::readProperties(const Keys &keys, Schema &schema)
{
    const Map properties = keys.map(u"properties"_s);
    QStringList switchedOff; // Backstage asks these only where an administrator wants them
    for (const Map::Entry &entry : properties) {
        const Map *map = entry.value.toMap();
        if (map && map->contains(u"backstage:featureFlag")) {
            switchedOff.append(entry.key);
            continue;
        }
        const QString pointer = keys.pointer(u"properties"_s) + pointerStep(entry.key);
        schema.propertyIndex.insert(entry.key, schema.properties.size());
        schema.properties.append({entry.key, read(entry.value, pointer, entry.key)});
    }
    const Value *required = keys.find(u"required"_s);
    if (required && !required->toBool()) // draft 3's truth value means nothing in later drafts
        schema.required = keys.texts(u"required"_s);
    schema.required.removeIf([&](const QString &name) { return switchedOff.contains(name); });
    schema.order = keys.texts(u"ui:order"_s);
    schema.additional = readChild(keys, u"additionalProperties"_s);
    schema.names = readChild(keys, u"propertyNames"_s);
    for (const Map::Entry &entry : keys.map(u"patternProperties"_s)) {
        const QString pointer = keys.pointer(u"patternProperties"_s) + pointerStep(entry.key);
        Result<Regex> pattern = Regex::compile(entry.key, RegexSyntax::JsonSchema);
        if (pattern)
            schema.patternProperties.append({*std::move(pattern), read(entry.value, pointer, {})});
        else
            complain(
                pointer, u"pattern"_s,
                translated("The pattern cannot be read: %1").arg(pattern.error().problem.message));
    }
}

void SchemaReader::readDependencies(const Keys &keys, const QString &key, Schema &schema)
{
    for (const Map::Entry &entry : keys.map(key)) {
        Schema::Dependency dependency{.trigger = entry.key, .required = {}, .schema = {}};
        const QString pointer = keys.pointer(key) + pointerStep(entry.key);
        if (const List *names = entry.value.toList()) {
            for (const Value &name : *names)
                dependency.required.append(name.textOr());
        } else {
            dependency.schema = read(entry.value, pointer, {});
        }
        schema.dependencies.append(dependency);
    }
}

void SchemaReader::readBranches(const Keys &keys, Schema &schema)
{
    for (const QString &key : {u"dependencies"_s, u"dependentRequired"_s, u"dependentSchemas"_s})
        readDependencies(keys, key, schema);
    schema.allOf = readChildren(keys, u"allOf"_s);
    schema.anyOf = readChildren(keys, u"anyOf"_s);
    schema.oneOf = readChildren(keys, u"oneOf"_s);
    schema.discriminator = keys.map(u"discriminator"_s).value(u"propertyName").textOr();
    schema.negated = readChild(keys, u"not"_s);
    schema.condition = readChild(keys, u"if"_s);
    schema.consequence = readChild(keys, u"then"_s);
    schema.alternative = readChild(keys, u"else"_s);
}

/// Options that are constants only are a choice, whose first is picked where no default is.
void SchemaReader::takeConstants(Schema &schema)
{
    const QList<ParameterChoice> &choices = schema.shown.choices;
    const bool isList = schema.describesList();
    if (choices.isEmpty() || schema.choices || isList)
        return;
    List values;
    for (const ParameterChoice &choice : choices)
        values.append(choice.value);
    schema.setChoices(values);
    (schema.oneOf.isEmpty() ? schema.anyOf : schema.oneOf).clear();
    if (schema.defaultValue || schema.constant)
        return;
    schema.defaultValue = choices.first().value;
    schema.shown.defaultValue = schema.defaultValue;
}

} // namespace waymark
