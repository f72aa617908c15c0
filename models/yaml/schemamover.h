#pragma once

#include "models/base/value.h"

#include <QStringList>

namespace waymark {

/// Gives the schemas of `propertyNames` and `contains` places of their own, with references in
/// their stead: valijson 1.0.3 knows them by the path of the schema around them, and takes that one
/// for them where a reference leads to it.
class SchemaMover
{
public:
    explicit SchemaMover(const Value &schema);

    /// The same schema, to be used in place of it.
    [[nodiscard]] const Value &schema() const { return m_schema; }
    /// Where the schemas of all `propertyNames` are: references into schema(), each once.
    [[nodiscard]] const QStringList &nameReferences() const { return m_nameReferences; }

private:
    [[nodiscard]] Value copied(const Value &value, bool isSchema);
    [[nodiscard]] Value copiedMap(const Map &map, bool isSchema);
    [[nodiscard]] Value moved(const Value &schema);

    Map m_moved;
    QStringList m_nameReferences;
    Value m_schema; // made with the others
};

} // namespace waymark
