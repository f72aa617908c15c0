#pragma once

#include "models/jinja/token.h"
#include "models/jinja/value.h"

#include <optional>

namespace waymark::jinja {

/// true, True, false, False, none and None.
[[nodiscard]] std::optional<Value> pythonConstant(QStringView name);
[[nodiscard]] Value pythonNumber(const Token &token);
[[nodiscard]] Value javaScriptNumber(const Token &token);
/// r/body/flags; a pattern that cannot be compiled throws a Failure at the token.
[[nodiscard]] Value regexLiteral(const Token &token);

} // namespace waymark::jinja
