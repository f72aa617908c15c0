#include "models/catalog/sidecarschema.h"

#include "models/base/json.h"
#include "models/catalog/answerpath.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr auto sidecarReference = u"urn:waymark:schema:sidecar";

Value shipped(const QString &name)
{
    QFile file(u":/waymark/schemas/"_s + name);
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isThere);
    const Result<Value> schema = parseJson(file.readAll(), name);
    Q_ASSERT(schema);
    return schema.value_or(Value(Map()));
}

/// `schema` as it reads below `place` of another one: its own references follow it there.
Value movedTo(const QString &place, const Value &schema)
{
    if (const List *list = schema.toList()) {
        List moved;
        for (const Value &each : *list)
            moved.append(movedTo(place, each));
        return moved;
    }
    if (!schema.toMap())
        return schema;
    Map moved;
    for (const Map::Entry &entry : *schema.toMap()) {
        const QString reference = entry.value.textOr();
        if (entry.key == u"$ref" && reference.startsWith(u"#/"))
            moved.insert(entry.key, place + reference.sliced(1));
        else if (entry.key != u"$id")
            moved.insert(entry.key, movedTo(place, entry.value));
    }
    return moved;
}

Value withReference(const Value &schema, const QString &from, const QString &to)
{
    if (!schema.toMap())
        return schema;
    Map result;
    for (const Map::Entry &entry : *schema.toMap()) {
        const bool isIt = entry.key == u"$ref" && entry.value == Value(from);
        result.insert(entry.key, isIt ? Value(to) : withReference(entry.value, from, to));
    }
    return result;
}

SchemaValidator compiled(const Value &schema)
{
    Result<SchemaValidator> validator = SchemaValidator::compile(schema);
    Q_ASSERT(validator);
    return *std::move(validator);
}

Value indexWithSidecar()
{
    const QString place = u"#/definitions/sidecar"_s;
    Value index
        = withReference(shipped(u"waymark-index.schema.json"_s), QString(sidecarReference), place);
    const Value sidecar = movedTo(place, shipped(u"waymark-sidecar.schema.json"_s));
    return withValueAt(index, {u"definitions"_s, u"sidecar"_s}, sidecar);
}

} // namespace

const SchemaValidator &sidecarSchema()
{
    static const SchemaValidator schema = compiled(shipped(u"waymark-sidecar.schema.json"_s));
    return schema;
}

const SchemaValidator &indexSchema()
{
    static const SchemaValidator schema = compiled(indexWithSidecar());
    return schema;
}

} // namespace waymark
