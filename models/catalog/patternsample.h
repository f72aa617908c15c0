#pragma once

#include <QString>

namespace waymark {

/// How often patternSample() can be asked for another text.
inline constexpr int patternVariants = 12;

/// A short text that `pattern`, a regular expression as JSON Schema has it, is likely to match:
/// "AAA-000" of `^[A-Z]{3}-\d{3}$`. What looks around, and back, is passed over, so the text has to
/// be tried; another `variant` (from 0) takes other branches. Empty where the pattern asks for
/// nothing.
[[nodiscard]] QString patternSample(const QString &pattern, int variant = 0);

} // namespace waymark
