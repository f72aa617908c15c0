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

/// `schema` with what its references lead to in their place, in `root` or among the schemas that
/// are `known` by their `$id`. None of ours contains itself.
Value resolved(const Value &schema, const Value &root, const Map &known)
{
    if (const List *list = schema.toList()) {
        List result;
        for (const Value &each : *list)
            result.append(resolved(each, root, known));
        return result;
    }
    if (!schema.toMap())
        return schema;
    const QString reference = schema.toMap()->value(u"$ref").textOr();
    if (const Value *other = known.find(reference))
        return resolved(*other, *other, known);
    if (!reference.isEmpty())
        return resolved(*valueAt(root, reference.sliced(2).split(u'/')), root, known);
    Map result;
    for (const Map::Entry &entry : *schema.toMap()) {
        if (entry.key != u"$id" && entry.key != u"definitions")
            result.insert(entry.key, resolved(entry.value, root, known));
    }
    return result;
}

SchemaValidator compiled(const QString &name)
{
    const Map known{{QString(sidecarReference), shipped(u"waymark-sidecar.schema.json"_s)}};
    const Value schema = shipped(name);
    Result<SchemaValidator> validator = SchemaValidator::compile(resolved(schema, schema, known));
    Q_ASSERT(validator);
    return *std::move(validator);
}

} // namespace

const SchemaValidator &sidecarSchema()
{
    static const SchemaValidator schema = compiled(u"waymark-sidecar.schema.json"_s);
    return schema;
}

const SchemaValidator &indexSchema()
{
    static const SchemaValidator schema = compiled(u"waymark-index.schema.json"_s);
    return schema;
}

} // namespace waymark
