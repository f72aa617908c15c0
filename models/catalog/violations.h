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

/// Whether `value` is of one of `types` (bits of Schema::Type).
[[nodiscard]] bool isOfType(quint8 types, const Value &value);

/// The first keyword of `schema` itself that `value` goes against: nothing inside lists and maps,
/// no required names and no branches.
[[nodiscard]] std::optional<Keyword> violated(const Schema &schema, const Value &value);

} // namespace waymark
