#pragma once

#include "models/base/problem.h"
#include "models/base/value.h"
#include "models/yaml/schemafailures.h"

#include <memory>
#include <optional>

namespace waymark {

/// A JSON Schema as valijson knows it. Cheap to copy.
class CompiledSchema
{
public:
    /// `schema` has been through SchemaLookup::check() and SchemaMover.
    [[nodiscard]] static Result<CompiledSchema> compile(const Value &schema);

    /// All that valijson says of `value`, which may be nothing though it is not valid; no list
    /// where it is.
    [[nodiscard]] std::optional<QList<SchemaFailure>> failures(const Value &value) const;

private:
    struct Data;
    explicit CompiledSchema(std::shared_ptr<const Data> data);
    std::shared_ptr<const Data> m_data;
};

} // namespace waymark
