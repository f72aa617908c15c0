#pragma once

#include "models/catalog/schema.h"

namespace waymark {

/// Schemas that all hold for one value. They live as long as the page that they came from.
using SchemaPieces = QList<const Schema *>;

/// A property that is asked for, with all that is said of it.
struct AskedProperty
{
    QString name;
    SchemaPieces pieces;
    bool isRequired = false;
    friend bool operator==(const AskedProperty &, const AskedProperty &) = default;
};

/// What holds for one value once every branch is decided by it.
struct Resolved
{
    SchemaPieces parts; ///< The schemas, their `allOf`, and the branches taken.
    QList<AskedProperty> properties; ///< In the order of the form.
    QStringList undecided; ///< Triggers of dependencies none of whose branches allows the answer.

    [[nodiscard]] bool describesMap() const;
    [[nodiscard]] bool describesList() const;
};

/// `pieces` with the branches that `value` (null: nothing) takes: `dependencies`, `if`, `oneOf`,
/// `anyOf`, as the form library of Backstage decides them.
[[nodiscard]] Resolved resolve(const SchemaPieces &pieces, const Value *value);

/// What holds for item `index` of a list for which `parts` hold.
[[nodiscard]] SchemaPieces itemPieces(const SchemaPieces &parts, qsizetype index);

} // namespace waymark
