#pragma once

#include <QString>

namespace waymark {

/// The name between the quotes of valijson's sentence.
[[nodiscard]] QString quotedIn(const QString &description);

/// What valijson's sentence says of `subject`, where no more than a number is to be taken from it.
[[nodiscard]] QString phraseFor(const QString &description, const QString &subject);

} // namespace waymark
