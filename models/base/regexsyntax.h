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

struct RegexOptions
{
    bool ignoreCase = false;
    bool multiline = false; ///< ^ and $ at every line.
    bool dotAll = false; ///< . matches a newline too.
    bool ascii = false; ///< \w \d \s and case by ASCII only (Python's re.ASCII).
    bool verbose = false; ///< Blanks and comments in the pattern are no part of it.
    friend bool operator==(const RegexOptions &, const RegexOptions &) = default;
};

/// `pattern`, written by the rules of `syntax`, as PCRE2 means the same where it knows of no option
/// but case; what PCRE2 cannot say is an error with its column. Pcre's own stays as it is.
[[nodiscard]] Result<QString> translatePattern(const QString &pattern, RegexSyntax syntax,
                                               const RegexOptions &options = {});

} // namespace waymark
