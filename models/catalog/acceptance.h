#pragma once

#include "models/catalog/schema.h"

namespace waymark {

/// Which keyword of a schema a value goes against.
enum class Keyword : quint8 {
    Never,
    Type,
    Constant,
    Choices,
    MinimumLength,
    MaximumLength,
    Pattern,
    Format,
    Minimum,
    Maximum,
    ExclusiveMinimum,
    ExclusiveMaximum,
    MultipleOf,
    MinimumItems,
    MaximumItems,
    UniqueItems,
    Contains,
    Not,
};

/// The first keyword of `schema` itself that `value` goes against: nothing inside lists and maps,
/// no required names and no branches.
[[nodiscard]] std::optional<Keyword> violated(const Schema &schema, const Value &value);

/// Whether `value` is valid against all of `schema`, by draft 7.
[[nodiscard]] bool accepts(const Schema &schema, const Value &value);

/// Which of `dependency`'s schemas, if it has some in `oneOf`, allows the answer to its trigger in
/// `answers`; null where not just one does. What Backstage's form shows.
[[nodiscard]] const Schema *branchFor(const Schema::Dependency &dependency, const Map &answers);

/// Which of `options` (`oneOf` or `anyOf` of `schema`) is meant by `value`: one that accepts it and
/// of which something is there, else the one most like it, else the first. Null of none.
[[nodiscard]] const Schema *optionFor(const Schema &schema, const QList<SchemaPointer> &options,
                                      const Value *value);

} // namespace waymark
