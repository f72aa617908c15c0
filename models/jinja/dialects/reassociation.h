#pragma once

#include "models/jinja/ast.h"

namespace waymark::jinja {

/// Nunjucks writes most operators into JavaScript just as they stood, without parentheses, so that
/// the precedence of JavaScript decides and not that of its own parser: `not a == b` is `(not a) ==
/// b`, and `1 ~ 2 + 3` is "123". This gives `expression` that meaning.
[[nodiscard]] ExpressionPtr withJavaScriptPrecedence(ExpressionPtr expression);

} // namespace waymark::jinja
