#pragma once

#include "models/base/regex.h"
#include "models/jinja/function.h"
#include "models/jinja/regexobject.h"
#include "models/jinja/runtime.h"

#include <QList>

namespace waymark::jinja::javascript {

// Regular expressions in a render: a match that goes on for too long is an error of its own.

/// RegExp.prototype.exec(): the next match behind lastIndex, of what is global or sticky.
[[nodiscard]] std::optional<RegexMatch> nextMatch(Runtime &runtime, const QString &text,
                                                  RegexObject &regex);
/// The next match, or all where the expression is global.
[[nodiscard]] QList<RegexMatch> matches(Runtime &runtime, const QString &text, RegexObject &regex);
/// All matches, whatever the flags say.
[[nodiscard]] QList<RegexMatch> allMatches(Runtime &runtime, const QString &text,
                                           const RegexObject &regex);
[[nodiscard]] std::optional<RegexMatch> firstMatch(Runtime &runtime, const QString &text,
                                                   const RegexObject &regex);
/// Argument `i`, or the regular expression that JavaScript makes of it.
[[nodiscard]] Reference<RegexObject> regexArgument(Call &call, size_t i, const QString &flags = {});
/// The match and its groups as an array of texts and undefined.
[[nodiscard]] Value groupsOf(const QString &text, const RegexMatch &match);

} // namespace waymark::jinja::javascript
