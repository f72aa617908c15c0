#pragma once

#include "models/catalog/schema.h"

namespace waymark {

/// Which of `dependency`'s schemas, if it has some in `oneOf`, allows the answer to its trigger in
/// `answers`; null where not just one does. What Backstage's form shows.
[[nodiscard]] const Schema *branchFor(const Schema::Dependency &dependency, const Map &answers);

/// Which of `options` (`oneOf` or `anyOf` of `schema`) is meant by `value`: one that accepts it and
/// of which something is there, else the one most like it, else the first. Null of none.
[[nodiscard]] const Schema *optionFor(const Schema &schema, const QList<SchemaPointer> &options,
                                      const Value *value);

} // namespace waymark
