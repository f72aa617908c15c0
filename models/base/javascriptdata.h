#pragma once

#include "models/base/value.h"

#include <QByteArray>

namespace waymark {

/// `number` as JavaScript prints it: a whole number without a fraction, "1e+21".
[[nodiscard]] QByteArray javaScriptNumber(double number);
/// The same; what 53 bits do not hold is rounded, as JavaScript reads it.
[[nodiscard]] QByteArray javaScriptNumber(const Integer &number);

/// `map` with its keys as an object of JavaScript has them: those that are whole numbers first, by
/// size, then the others as they were set.
[[nodiscard]] Map inJavaScriptOrder(const Map &map);

/// `value` as JSON.stringify(value, null, gap) writes it, in UTF-8. An empty `gap` gives one line.
[[nodiscard]] QByteArray toJavaScriptJson(const Value &value, const QString &gap = {});

} // namespace waymark
