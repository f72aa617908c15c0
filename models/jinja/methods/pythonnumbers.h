#pragma once

#include "models/base/integer.h"
#include "models/jinja/runtime.h"

#include <QStringView>

#include <optional>

namespace waymark::jinja {

/// int(text, base) and float(text); nothing where Python raises a ValueError.
[[nodiscard]] std::optional<Integer> parsedInteger(QStringView text, int base = 10);
[[nodiscard]] std::optional<double> parsedFloat(QStringView text);
/// float(value) of a number; an integer beyond its range is an error.
[[nodiscard]] double asDouble(Runtime &runtime, const Value &number);
/// int(value) of a float; infinity and NaN are errors.
[[nodiscard]] Integer asTruncated(Runtime &runtime, double value);
/// round(value, digits) of a number: half to even, by the exact value of a float.
[[nodiscard]] Value rounded(Runtime &runtime, const Value &number, qint64 digits);

} // namespace waymark::jinja
