#pragma once

#include "models/yaml/compiledschema.h"
#include "models/yaml/schemalookup.h"
#include "models/yaml/schemamessages.h"

#include <QHash>

namespace waymark {

class SchemaMover;

/// Finds the keys that `propertyNames` forbids, of which valijson tells no more than that something
/// is wrong around them.
class SchemaNames
{
public:
    SchemaNames() = default;
    [[nodiscard]] static Result<SchemaNames> compile(const SchemaMover &mover);

    /// What is wrong with keys of `data`, which went against the schema of `lookup` as `failures`
    /// say; each at its key.
    [[nodiscard]] QList<SchemaProblem> problems(const QList<SchemaFailure> &failures,
                                                const SchemaLookup &lookup,
                                                const Value &data) const;

private:
    struct Rule
    {
        Value schema; ///< With all that its references need.
        CompiledSchema compiled;
    };
    void check(const QStringList &path, const Map &map, const QList<const Map *> &schemas,
               QList<SchemaProblem> &found) const;

    QHash<QString, Rule> m_rules; // by their references
};

} // namespace waymark
