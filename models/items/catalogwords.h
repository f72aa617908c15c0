#pragma once

#include "models/items/catalogmodel.h"

namespace waymark {

/// Who keeps a template, how far it can be relied on, its version and its source; what is not known
/// is left out.
[[nodiscard]] QStringList factsOf(const CatalogRow &row);

/// Why a template cannot be used, as a sentence; empty: it can.
[[nodiscard]] QString whyNotUsable(const CatalogRow &row);

/// The first mistake of a template, with its place, and what can be done about it.
[[nodiscard]] QString firstMistake(const CatalogRow &row);
[[nodiscard]] QString wayOut(const CatalogRow &row);

/// All of `problems`, one below the other, as a program prints them.
[[nodiscard]] QString problemTexts(const QList<Problem> &problems);

/// "8 templates", or "3 of 8 templates".
[[nodiscard]] QString templateCount(qsizetype shown, qsizetype all);

/// `readme` without a heading at its start that only repeats `title`, and no longer than a page
/// shows.
[[nodiscard]] QString readmeBelowTitle(const QString &readme, const QString &title);

/// The row of the template that is called so, by its id or else its name; null: there is none.
[[nodiscard]] const CatalogRow *templateCalled(const QString &name, const CatalogModel &model);

} // namespace waymark
