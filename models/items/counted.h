#pragma once

#include <QString>

namespace waymark {

/// `one` or `many`, which has "%n" for the count, translated: "1 error", "3 errors".
[[nodiscard]] QString counted(const char *context, const char *one, const char *many,
                              qsizetype count);

} // namespace waymark
