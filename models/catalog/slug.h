#pragma once

#include <QString>

namespace waymark {

/// `text` in small ASCII letters and digits, with `-` between words: "Jörg Müller" is
/// "jorg-muller". Letters of other scripts are written as they sound; what has no sound is left
/// out.
[[nodiscard]] QString slug(const QString &text);

} // namespace waymark
