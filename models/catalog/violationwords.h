#pragma once

#include "models/catalog/violations.h"

#include <QStringList>

namespace waymark {

/// What `answer` to the question `title`, which goes against `keyword` of `schema`, should be
/// instead: "Port must be at least 1024."
[[nodiscard]] QString violationInWords(const Schema &schema, Keyword keyword, const QString &title,
                                       const Value &answer);

/// The texts of the choices of `schema`.
[[nodiscard]] QStringList choiceTexts(const Schema &schema);

/// "a, b or c": at most 12, then how many more.
[[nodiscard]] QString alternatives(const QStringList &texts);

} // namespace waymark
