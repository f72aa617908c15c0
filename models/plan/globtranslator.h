#pragma once

#include <QString>

namespace waymark {

/// One glob pattern as a regular expression that a whole path matches.
[[nodiscard]] QString globToRegex(QStringView pattern);

} // namespace waymark
