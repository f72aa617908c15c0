#pragma once

#include <QString>
#include <QStringList>

namespace waymark {

/// The one of `known` that was most likely meant by `typed` (case apart, by Damerau-Levenshtein
/// distance: at most a third of its length, at least one edit), or empty.
[[nodiscard]] QString closest(QStringView typed, const QStringList &known);

/// "Did you mean “orders”?", or empty where nothing is close.
[[nodiscard]] QString didYouMean(QStringView typed, const QStringList &known);

} // namespace waymark
