#pragma once

#include "models/base/problem.h"

#include <QString>

namespace waymark {

/// Whose rules a pattern follows.
enum class RegexSyntax : quint8 {
    Pcre, ///< PCRE2's own, with UTF and Unicode properties.
    Python, ///< `re` of Python 3 on str.
    JavaScript, ///< ECMAScript without flags u and v (what Nunjucks' literals are).
    JsonSchema, ///< ECMAScript with flag u (JSON Schema's `pattern`).
};

/// `pattern`, written by the rules of `syntax`, as PCRE2 means the same; what PCRE2 cannot say is
/// an error with its column.
[[nodiscard]] Result<QString> translatePattern(const QString &pattern, RegexSyntax syntax);

} // namespace waymark
