#pragma once

#include "models/base/regex.h"

namespace waymark {

/// `replacement` for `match` in `text`, with its signs filled in as JavaScript's String.replace
/// does: `$$`, `$&`, `` $` ``, `$'`, `$1`.
[[nodiscard]] QString javaScriptReplacement(const QString &replacement, const QString &text,
                                            const RegexMatch &match);

/// `text` with `replacement` in the place of every one of `matches`.
[[nodiscard]] QString withReplacements(const QString &text, const QList<RegexMatch> &matches,
                                       const QString &replacement);

/// Every place of `part` in `text`, as String.replaceAll finds them.
[[nodiscard]] QList<RegexMatch> placesOf(const QString &part, const QString &text);

} // namespace waymark
