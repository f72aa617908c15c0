#pragma once

#include "models/base/regex.h"

namespace waymark {

/// The longest text that is made here, in UTF-16 units, where the caller sets no limit.
constexpr qsizetype longestReplacement = qsizetype{128} * 1024 * 1024;

/// `replacement` for `match` in `text`, with its signs filled in as JavaScript's String.replace
/// does: `$$`, `$&`, `` $` ``, `$'`, `$1`. It ends where it is longer than `most`.
[[nodiscard]] QString javaScriptReplacement(const QString &replacement, const QString &text,
                                            const RegexMatch &match,
                                            qsizetype most = longestReplacement);

/// `text` with `replacement` in the place of every one of `matches`. Nothing where that is longer
/// than `most` UTF-16 units: a few signs may stand for all of `text`.
[[nodiscard]] std::optional<QString> withReplacements(const QString &text,
                                                      const QList<RegexMatch> &matches,
                                                      const QString &replacement,
                                                      qsizetype most = longestReplacement);

/// Every place of `part` in `text`, as String.replaceAll finds them; at most `limit`, 0: all.
[[nodiscard]] QList<RegexMatch> placesOf(const QString &part, const QString &text,
                                         qsizetype limit = 0);

} // namespace waymark
