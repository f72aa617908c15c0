#pragma once

#include "models/base/problem.h"
#include "models/yaml/schemafailures.h"
#include "models/yaml/schemalookup.h"

namespace waymark {

/// A problem of data, and the place in the data that it is about.
struct SchemaProblem
{
    QStringList path;
    bool isAboutKey = false; ///< The key itself is wrong, not what it holds.
    Problem problem;
};

/// `failure` of `data` in words for those who wrote the data, of which all is called `subject`
/// (empty: the document).
[[nodiscard]] SchemaProblem explained(const SchemaFailure &failure, const SchemaLookup &schema,
                                      const Value &data, const QString &subject = {});

} // namespace waymark
