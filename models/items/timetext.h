#pragma once

#include <QDateTime>

namespace waymark {

/// When something was, for people: "5 minutes ago" up to seven days, then "12 May", with its year
/// where that is another one. A time in the future, from a clock that was wrong, is its date.
[[nodiscard]] QString timeText(const QDateTime &then, const QDateTime &now);

} // namespace waymark
