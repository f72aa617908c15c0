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

/// What holds for the items of a list: found once for all items that have the same.
class ItemSchemas
{
public:
    /// `parts` hold for the list.
    explicit ItemSchemas(const SchemaPieces &parts);

    /// What holds for item `index`.
    [[nodiscard]] const SchemaPieces &at(qsizetype index) const
    {
        return index < m_first.size() ? m_first.at(index) : m_rest;
    }
    /// Whether no item is more than a single value, whatever the others are.
    [[nodiscard]] bool arePlain() const { return m_arePlain; }

private:
    QList<SchemaPieces> m_first; // of the items that any part has a schema of its own for
    SchemaPieces m_rest;
    bool m_arePlain = false;
};

} // namespace waymark
