#pragma once

#include "models/base/problem.h"
#include "models/base/value.h"

#include <QList>
#include <QStringList>

namespace waymark {

/// Finds its way in a JSON Schema: which parts of it speak of a place in the data.
class SchemaLookup
{
public:
    /// `schema` must live as long as this.
    explicit SchemaLookup(const Value &schema)
        : m_root(schema)
    {
    }

    /// What valijson does not look at or does not survive: patterns that cannot be read, references
    /// that lead nowhere or back to themselves.
    [[nodiscard]] Result<> check() const;

    enum Which : quint8 {
        Possible, ///< Whichever alternative is meant.
        Certain, ///< Without alternatives and conditions.
    };
    /// Every part of the schema that applies to the place at `path`, references followed.
    [[nodiscard]] QList<const Map *> schemasAt(const QStringList &path,
                                               Which which = Possible) const;

private:
    [[nodiscard]] const Value *referenced(const QString &reference) const;
    [[nodiscard]] QList<const Value *> partsInPlace(const Map &schema) const;
    [[nodiscard]] QList<const Value *> certainParts(const Map &schema) const;
    void expand(const Value &schema, Which which, QList<const Map *> &found) const;
    [[nodiscard]] QList<const Value *> below(const Map &schema, const QString &step) const;
    struct Visited;
    [[nodiscard]] Result<> checkAll(const Value &value, bool isSchema, Visited &visited) const;
    [[nodiscard]] Result<> checkOne(const Map &schema) const;
    [[nodiscard]] Result<> checkLoops(const Value &schema, Visited &visited) const;

    const Value &m_root;
};

} // namespace waymark
