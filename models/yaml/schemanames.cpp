#include "models/yaml/schemanames.h"

#include "models/base/valuepath.h"
#include "models/yaml/schemamover.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qsizetype mostPlaces = 10'000; // that are looked at

QStringList stepsInto(const Value &value)
{
    if (const Map *map = value.toMap())
        return map->keys();
    QStringList steps;
    for (qsizetype i = 0; value.toList() && i < value.toList()->size(); ++i)
        steps.append(QString::number(i));
    return steps;
}

/// The places where something is wrong as far as valijson can be understood: what echoes a failure
/// names the place around it.
QList<QStringList> failingPlaces(const QList<SchemaFailure> &failures, const Value &data)
{
    QList<QStringList> places{QStringList()};
    QSet<QStringList> seen{QStringList()};
    for (const SchemaFailure &failure : failures) {
        const Value *around = isEcho(failure.description) ? valueAt(data, failure.path) : nullptr;
        for (const QString &step : around ? stepsInto(*around) : QStringList()) {
            const QStringList place = failure.path + QStringList{step};
            if (places.size() == mostPlaces)
                return places;
            if (seen.contains(place))
                continue;
            seen.insert(place);
            places.append(place);
        }
    }
    return places;
}

} // namespace

Result<SchemaNames> SchemaNames::compile(const SchemaMover &mover)
{
    SchemaNames names;
    for (const QString &reference : mover.nameReferences()) {
        // Beside a reference nothing counts, so that this is the schema of the names alone.
        Map root = *mover.schema().toMap();
        root.insert(u"$ref"_s, reference);
        Result<CompiledSchema> compiled = CompiledSchema::compile(root);
        if (!compiled)
            return std::unexpected(compiled.error());
        names.m_rules.insert(reference, {root, *std::move(compiled)});
    }
    return names;
}

QList<SchemaProblem> SchemaNames::problems(const QList<SchemaFailure> &failures,
                                           const SchemaLookup &lookup, const Value &data) const
{
    QList<SchemaProblem> found;
    if (m_rules.isEmpty())
        return found;
    for (const QStringList &place : failingPlaces(failures, data)) {
        const Value *value = valueAt(data, place);
        if (value && value->toMap())
            check(place, *value->toMap(), lookup.schemasAt(place, SchemaLookup::Certain), found);
    }
    return found;
}

void SchemaNames::check(const QStringList &path, const Map &map, const QList<const Map *> &schemas,
                        QList<SchemaProblem> &found) const
{
    for (const Map *schema : schemas) {
        const Value *names = schema->find(u"propertyNames");
        const Map *reference = names ? names->toMap() : nullptr;
        const auto rule
            = m_rules.constFind(reference ? reference->value(u"$ref").textOr() : QString());
        if (rule == m_rules.cend())
            continue;
        for (const QString &key : map.keys()) {
            const auto failures = rule->compiled.failures(Value(key));
            if (!failures)
                continue;
            const QList<SchemaFailure> causes = essential(*failures);
            SchemaProblem problem
                = explained(causes.value(0), SchemaLookup(rule->schema), Value(key),
                            QCoreApplication::translate("JsonSchema", "The key “%1”").arg(key));
            problem.path = path + QStringList{key};
            problem.isAboutKey = true;
            found.append(problem);
        }
    }
}

} // namespace waymark
