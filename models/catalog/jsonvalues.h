#pragma once

#include "models/base/value.h"

#include <QByteArray>

#include <compare>

namespace waymark {

/// Whether JSON Schema takes `a` and `b` for the same: 1 and 1.0 are, the order of a map is
/// nothing.
[[nodiscard]] bool isSameJson(const Value &a, const Value &b);
/// A text that values have in common if, and only if, they are the same in this sense.
[[nodiscard]] QByteArray canonicalJson(const Value &value);

[[nodiscard]] bool isNumber(const Value &value);
/// A number without a fraction; 1.0 is one.
[[nodiscard]] bool isWholeNumber(const Value &value);
/// Of two numbers; unordered where one is none.
[[nodiscard]] std::partial_ordering compareNumbers(const Value &a, const Value &b);
/// Whether the number `value` is `step` times a whole number, as near as a double can tell.
[[nodiscard]] bool isMultipleOf(const Value &value, const Value &step);

/// Unicode code points of `text`, which is how JSON Schema counts.
[[nodiscard]] qsizetype codePoints(QStringView text);

/// `value` for a person to read: text as it is, all else as JSON.
[[nodiscard]] QString plainText(const Value &value);

} // namespace waymark
