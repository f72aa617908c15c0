#pragma once

#include "models/base/regex.h"
#include "models/catalog/parameter.h"

#include <QHash>
#include <QSet>

#include <memory>

namespace waymark {

struct Schema;
using SchemaPointer = std::shared_ptr<const Schema>;

/// A JSON Schema (draft 7), compiled: what a value must be, and the question that it stands for.
struct Schema
{
    /// What a value may be, as bits of `types`.
    enum Type : quint8 {
        NullType = 1,
        BooleanType = 2,
        IntegerType = 4,
        NumberType = 8,
        TextType = 16,
        ListType = 32,
        MapType = 64,
    };
    /// How much there has to be of something, and may be.
    struct Sizes
    {
        std::optional<qint64> least, most;
    };
    struct Property
    {
        QString name;
        SchemaPointer schema;
    };
    struct PatternProperty
    {
        Regex pattern;
        SchemaPointer schema;
    };
    struct Dependency
    {
        QString trigger; ///< With an answer to it,
        QStringList required; ///< these need one,
        SchemaPointer schema; ///< and this holds, where it is not null.
    };

    bool isNever = false; ///< The schema `false`.
    quint8 types = 0; ///< 0: anything.
    std::optional<Value> constant;
    std::optional<List> choices; ///< `enum`
    QSet<QString> textChoices; ///< Those of `choices` that are texts.
    Parameter::Limits limits;
    Sizes textSizes, listSizes, mapSizes; ///< Of `limits`, for whatever the value is.
    std::optional<Regex> pattern;
    QString format;

    SchemaPointer items; ///< Of every item, or of those behind `tuple`.
    QList<SchemaPointer> tuple; ///< Of the first items, one each.
    SchemaPointer contains;

    QList<Property> properties;
    QHash<QString, qsizetype> propertyIndex;
    QStringList required;
    QList<PatternProperty> patternProperties;
    SchemaPointer additional; ///< Of values by other names; null: the schema says nothing of them.
    SchemaPointer names; ///< Of the names.
    QList<Dependency> dependencies;
    QStringList order; ///< `ui:order`

    QList<SchemaPointer> allOf, anyOf, oneOf;
    QString discriminator; ///< The property that tells which of `oneOf` or `anyOf` is meant.
    SchemaPointer negated, condition, consequence, alternative; ///< `not`, `if`, `then`, `else`

    std::optional<Value> defaultValue;
    Value errorMessages; ///< `errorMessage`: one text, or texts by keyword.
    Map source; ///< As it is written, references followed.
    Parameter shown; ///< The question, as far as this schema alone describes it; without path.

    /// Whether it looks at more than one value by itself: then answers may change what is asked.
    [[nodiscard]] bool hasBranches() const;
    /// Whether it is about single values only, whatever the other answers are.
    [[nodiscard]] bool isPlain() const;
    void setChoices(const List &values); ///< With `textChoices`.
    /// Of a text in code points, of a list or map in items; nothing for others.
    [[nodiscard]] Sizes sizesFor(const Value &value) const;
    /// Whether `value` is one of `choices`, where there are some.
    [[nodiscard]] bool allowsChoice(const Value &value) const;
    [[nodiscard]] const Schema *property(const QString &name) const;
    /// Whether it describes maps (lists), by its type or by what it says of their contents.
    [[nodiscard]] bool describesMap() const;
    [[nodiscard]] bool describesList() const;
};

/// The names of properties that decide which questions `schema` asks.
[[nodiscard]] QSet<QString> decidingNames(const Schema &schema);
/// The names of properties on which it depends whether a map is valid against `condition`.
[[nodiscard]] QSet<QString> mentionedNames(const Schema &condition);

} // namespace waymark
