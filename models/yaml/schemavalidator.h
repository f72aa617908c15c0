#pragma once

#include "models/base/problem.h"
#include "models/base/value.h"
#include "models/yaml/yamldocument.h"

#include <QList>

#include <memory>

namespace waymark {

/// Checks files against a JSON Schema (draft 7, or 4 where its `$schema` says so), in words for
/// those who wrote the file. `$ref` reaches only into the schema itself. Cheap to copy.
class SchemaValidator
{
public:
    /// The error is the schema author's: a schema that is none, a reference that leads nowhere, a
    /// pattern that cannot be read.
    [[nodiscard]] static Result<SchemaValidator> compile(const Value &schema);

    /// Everything in `document` that the schema does not allow, each at its key or value.
    [[nodiscard]] QList<Problem> validate(const YamlDocument &document) const;
    /// The same without places: messages begin with the JSON Pointer of what they are about.
    [[nodiscard]] QList<Problem> validate(const Value &value) const;

private:
    struct Compiled;
    explicit SchemaValidator(std::shared_ptr<const Compiled> compiled);
    std::shared_ptr<const Compiled> m_compiled;
};

} // namespace waymark
