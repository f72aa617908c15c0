#pragma once

#include "models/base/problem.h"
#include "models/catalog/parameter.h"

namespace waymark {

/// How a question is asked in a window.
enum class FieldKind : quint8 {
    Text,
    MultiLine,
    Integer,
    Number,
    Boolean,
    Segments, ///< One of few choices with short names.
    Cards, ///< One of few choices.
    Options, ///< One of many choices.
    MultipleChoice,
    TextList, ///< Texts or numbers, a line each.
    TextMap, ///< Names with a text each.
    Date,
    Secret,
    File,
    Group, ///< Its members are fields of their own.
    Data, ///< Anything deeper, written as JSON.
};

[[nodiscard]] FieldKind fieldKind(const Parameter &parameter);

/// `value` of `parameter` as its editor shows it: plain text, JSON for FieldKind::Data.
[[nodiscard]] QString fieldText(const Parameter &parameter, const std::optional<Value> &value);
/// The lines of a list of texts; of a map, name and text by turns.
[[nodiscard]] QStringList fieldItems(const Parameter &parameter, const std::optional<Value> &value);

/// The answer that `text`, typed into the editor of `parameter`, means; nothing: none is given, as
/// for an empty text where no default stands behind it. An error where it is none of its type.
[[nodiscard]] Result<std::optional<Value>> readField(const Parameter &parameter,
                                                     const QString &text);
/// The same of fieldItems(). Names of a map that are missing or there twice are errors. The error's
/// position has the item's number as its line, from 1.
[[nodiscard]] Result<std::optional<Value>> readFieldItems(const Parameter &parameter,
                                                          const QStringList &items);

/// The place of the answer among the choices, from 0; -1: it is none of them.
[[nodiscard]] int choiceOf(const Parameter &parameter, const std::optional<Value> &value);

} // namespace waymark
