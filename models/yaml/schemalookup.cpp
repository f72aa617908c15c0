#include "models/yaml/schemalookup.h"

#include "models/base/regex.h"
#include "models/base/valuepath.h"
#include "models/yaml/schemakeywords.h"

#include <QCoreApplication>
#include <QSet>
#include <QUrl>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("JsonSchema", text);
}

const List &listOf(const Value *value)
{
    static const List none;
    return value && value->toList() ? *value->toList() : none;
}

const Map &mapOf(const Value *value)
{
    static const Map none;
    return value && value->toMap() ? *value->toMap() : none;
}

bool isMatch(const QString &pattern, const QString &text)
{
    const Result<Regex> regex = Regex::compile(pattern, RegexSyntax::JsonSchema);
    const auto match = regex ? regex->match(text) : std::unexpected(regex.error());
    return match && match->has_value();
}

std::unexpected<Error> schemaFailure(const QString &message, const QString &hint)
{
    return failure({.code = u"schema.invalid"_s, .message = message, .hint = hint});
}

} // namespace

/// The schemas on the way to the one that is looked at, and those that were.
struct SchemaLookup::Visited
{
    QSet<const Value *> open;
    QSet<const Value *> done;
};

const Value *SchemaLookup::referenced(const QString &reference) const
{
    if (!reference.startsWith(u'#'))
        return nullptr;
    const auto path = pathOf(QUrl::fromPercentEncoding(reference.sliced(1).toUtf8()));
    return path ? valueAt(m_root, *path) : nullptr;
}

/// The schemas that speak of the same place as `schema`: behind its reference and in its
/// alternatives.
QList<const Value *> SchemaLookup::partsInPlace(const Map &schema) const
{
    QList<const Value *> parts;
    if (const Value *reference = schema.find(u"$ref")) {
        if (const Value *target = referenced(reference->textOr()))
            parts.append(target);
        return parts;
    }
    for (const QString &key : {u"allOf"_s, u"anyOf"_s, u"oneOf"_s}) {
        for (const Value &part : listOf(schema.find(key)))
            parts.append(&part);
    }
    for (const QString &key : {u"if"_s, u"then"_s, u"else"_s, u"not"_s}) {
        if (const Value *part = schema.find(key))
            parts.append(part);
    }
    for (const Map::Entry &dependency : mapOf(schema.find(u"dependencies"))) {
        if (dependency.value.toMap())
            parts.append(&dependency.value);
    }
    return parts;
}

/// The schemas that hold wherever `schema` does.
QList<const Value *> SchemaLookup::certainParts(const Map &schema) const
{
    if (schema.contains(u"$ref"))
        return partsInPlace(schema);
    QList<const Value *> parts;
    for (const Value &part : listOf(schema.find(u"allOf")))
        parts.append(&part);
    return parts;
}

void SchemaLookup::expand(const Value &schema, Which which, QList<const Map *> &found) const
{
    const Map *map = schema.toMap();
    if (!map || found.contains(map))
        return;
    found.append(map);
    for (const Value *part : which == Certain ? certainParts(*map) : partsInPlace(*map)) {
        if (part != map->find(u"not") && part != map->find(u"if"))
            expand(*part, which, found);
    }
}

QList<const Value *> SchemaLookup::below(const Map &schema, const QString &step) const
{
    QList<const Value *> parts;
    if (const Value *property = mapOf(schema.find(u"properties")).find(step))
        parts.append(property);
    for (const Map::Entry &entry : mapOf(schema.find(u"patternProperties"))) {
        if (isMatch(entry.key, step))
            parts.append(&entry.value);
    }
    if (const Value *others = schema.find(u"additionalProperties"); others && parts.isEmpty())
        parts.append(others);
    const Value *items = schema.find(u"items");
    const auto index = indexIn(std::numeric_limits<qsizetype>::max(), step);
    if (!index || !items)
        return parts;
    if (items->toMap())
        parts.append(items);
    else if (*index < listOf(items).size())
        parts.append(&listOf(items).at(*index));
    else if (const Value *others = schema.find(u"additionalItems"))
        parts.append(others);
    return parts;
}

QList<const Map *> SchemaLookup::schemasAt(const QStringList &path, Which which) const
{
    QList<const Map *> here;
    expand(m_root, which, here);
    for (const QString &step : path) {
        QList<const Map *> next;
        for (const Map *schema : std::as_const(here)) {
            for (const Value *part : below(*schema, step))
                expand(*part, which, next);
        }
        here = next;
    }
    return here;
}

Result<> SchemaLookup::check() const
{
    Visited visited;
    return checkAll(m_root, true, visited);
}

Result<> SchemaLookup::checkAll(const Value &value, bool isSchema, Visited &visited) const
{
    if (const Map *map = value.toMap(); map && isSchema) {
        if (const Result<> fine = checkOne(*map); !fine)
            return fine;
        if (const Result<> fine = checkLoops(value, visited); !fine)
            return fine;
    }
    for (const Value &item : listOf(&value)) {
        if (const Result<> fine = checkAll(item, isSchema, visited); !fine)
            return fine;
    }
    for (const Map::Entry &entry : mapOf(&value)) {
        const bool isData = isSchema && holdsData(entry.key);
        const Result<> fine = isData
            ? Result<>()
            : checkAll(entry.value, !isSchema || !holdsNames(entry.key), visited);
        if (!fine)
            return fine;
    }
    return {};
}

Result<> SchemaLookup::checkOne(const Map &schema) const
{
    if (const Value *reference = schema.find(u"$ref");
        reference && !referenced(reference->textOr())) {
        return schemaFailure(
            tr("The reference “%1” of the schema leads nowhere.").arg(reference->textOr()),
            tr("A reference begins with “#/” and names a place in the same schema."));
    }
    QStringList patterns = mapOf(schema.find(u"patternProperties")).keys();
    if (const Value *pattern = schema.find(u"pattern"); pattern && pattern->toText())
        patterns.append(*pattern->toText());
    for (const QString &pattern : std::as_const(patterns)) {
        const Result<Regex> regex = Regex::compile(pattern, RegexSyntax::JsonSchema);
        if (!regex) {
            return schemaFailure(tr("The pattern “%1” of the schema cannot be read: %2")
                                     .arg(pattern, regex.error().problem.message),
                                 tr("Patterns are regular expressions as JavaScript has them."));
        }
    }
    return {};
}

/// valijson would follow a loop of references for ever.
Result<> SchemaLookup::checkLoops(const Value &schema, Visited &visited) const
{
    if (visited.done.contains(&schema))
        return {};
    if (visited.open.contains(&schema)) {
        return schemaFailure(tr("A reference of the schema leads back to itself."),
                             tr("Such a loop must pass through “properties” or “items”."));
    }
    visited.open.insert(&schema);
    if (const Map *map = schema.toMap()) {
        for (const Value *part : partsInPlace(*map)) {
            if (const Result<> fine = checkLoops(*part, visited); !fine)
                return fine;
        }
    }
    visited.open.remove(&schema);
    visited.done.insert(&schema);
    return {};
}

} // namespace waymark
